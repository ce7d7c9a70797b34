package org.longspan.harness.plan;

import java.util.Optional;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.Sample;
import org.longspan.harness.task.FilePlaces;

/**
 * A checked plan: every optimizer crossed with every clipping, on every model, task and length.
 *
 * @param name of the plan, and of the run's folder
 * @param head how its run wants to be cited
 * @param text content of the plan file
 * @param tier how often a cell is replicated and how it is tuned
 * @param sample the only trials to run; empty to run all of them
 * @param factors the crossed factors
 * @param instruments by which a run shows what it can find; no trial depends on them
 * @param rules for all trials
 * @param files paths of the files that tasks read; no trial depends on the paths
 */
public record Plan(
        String name,
        PlanHead head,
        String text,
        Tier tier,
        Optional<Sample> sample,
        Factors factors,
        Instruments instruments,
        Rules rules,
        FilePlaces files) {

    /**
     * Returns this plan with another root seed, in its text too, and with a name of its own: {@code quick-seed-3}.
     * Returns this plan itself if it has that seed.
     *
     * @throws org.longspan.harness.refusal.UserError if the seed cannot be put into the text
     */
    public Plan withSeed(long seed) {
        if (seed == rules.seed()) {
            return this;
        }
        Rules other = new Rules(seed, rules.budget(), rules.evaluation(), rules.divergence());
        return new Plan(
                name + "-seed-" + seed,
                head,
                SeedInText.put(name, text, seed),
                tier,
                sample,
                factors,
                instruments,
                other,
                files);
    }
}
