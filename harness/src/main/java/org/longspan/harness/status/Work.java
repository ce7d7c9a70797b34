package org.longspan.harness.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.harness.estimate.TrialKind;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.status.PlannedArms.Size;

/**
 * What a plan has to do and what of it is done. An arm that makes no sense has one skipped trial in all of its blocks;
 * a block whose first trial finds that its threshold has no unit has one as well. The manifest's number of trials tells
 * the two apart, once all of the former are there.
 *
 * @param planned trials of the plan, less those of blocks that were skipped as they began
 * @param done trials with a result
 * @param stages tuning, then evaluation; none for a sample, whose trials are drawn from both
 * @param blocks of arms on problems
 * @param left trials of each kind that may be left: those of arms that will be skipped too, and in a sample those that
 *     are not drawn
 * @param foreign results that no arm of the manifest has
 */
public record Work(
        int planned, int done, List<Stage> stages, Blocks blocks, Map<TrialKind, Integer> left, int foreign) {

    /**
     * A stage of a plan.
     *
     * @param phase what its trials are for
     * @param done trials with a result
     * @param planned its trials
     * @param exact whether {@code planned} is exact; else it is a bound, for arms may still turn out to be skipped
     */
    public record Stage(Phase phase, int done, int planned, boolean exact) {}

    /**
     * Blocks of arms on problems.
     *
     * @param whole that have been judged or skipped
     * @param begun that have a result
     * @param planned all of them
     */
    public record Blocks(int whole, int begun, int planned) {}

    private record Block(ArmOfProblem arm, int number) {}

    /** Returns the work of a run of {@code manifest} with these results. */
    static Work of(Manifest manifest, Collection<Ended> results) {
        Map<ArmOfProblem, Size> arms = PlannedArms.of(manifest);
        Map<ArmOfProblem, List<Ended>> byArm = new LinkedHashMap<>();
        int foreign = 0;
        for (Ended result : results) {
            if (arms.containsKey(result.arm())) {
                byArm.computeIfAbsent(result.arm(), any -> new ArrayList<>()).add(result);
            } else {
                foreign++;
            }
        }
        Sums sums = new Sums(manifest, arms);
        arms.forEach((arm, size) -> sums.add(arm, size, byArm.getOrDefault(arm, List.of())));
        return sums.work(foreign);
    }

    /** Sums over arms. */
    private static final class Sums {

        private final boolean sampled;
        private final Map<TrialKind, Integer> left = new LinkedHashMap<>();
        private int planned;
        private int unnamed; // trials that arms still unknown to be skipped will not have
        private final int[] plannedOf = new int[Phase.values().length];
        private final int[] doneOf = new int[Phase.values().length];
        private int whole;
        private int begun;
        private int blocks;

        Sums(Manifest manifest, Map<ArmOfProblem, Size> arms) {
            this.sampled = manifest.tuning().sample().isPresent();
            this.planned = manifest.design().plannedTrials();
            int crossed = arms.values().stream().mapToInt(Size::trials).sum();
            this.unnamed = sampled ? 0 : Math.max(0, crossed - planned);
        }

        void add(ArmOfProblem arm, Size size, List<Ended> results) {
            long skips = results.stream()
                    .filter(one -> one.kind() == Ended.Kind.SKIPPED)
                    .count();
            boolean makesNoSense = skips == 1 && results.size() == 1 && size.trials() - 1 <= unnamed && unnamed > 0;
            Phase first = size.tuning() > 0 ? Phase.TUNING : Phase.EVALUATION;
            if (makesNoSense) {
                unnamed -= size.trials() - 1;
                plannedOf[first.ordinal()]++;
                blocks++;
            } else {
                int stopped = sampled ? 0 : (int) skips; // blocks that ended with their first trial
                planned -= stopped * size.tuning();
                plannedOf[Phase.TUNING.ordinal()] += (size.blocks() - stopped) * size.tuning();
                plannedOf[Phase.EVALUATION.ordinal()] += size.blocks() - stopped;
                plannedOf[first.ordinal()] += stopped;
                blocks += size.blocks();
                left.merge(
                        arm.kind(),
                        (size.blocks() - stopped) * (size.tuning() + 1) + stopped - results.size(),
                        Integer::sum);
            }
            results.forEach(one -> doneOf[one.phase().ordinal()]++);
            countBlocks(arm, results);
        }

        private void countBlocks(ArmOfProblem arm, List<Ended> results) {
            Set<Block> seen = new HashSet<>(); // never iterated
            Set<Block> over = new HashSet<>(); // never iterated
            for (Ended one : results) {
                Block block = new Block(arm, one.block());
                seen.add(block);
                if (one.phase() == Phase.EVALUATION || one.kind() == Ended.Kind.SKIPPED) {
                    over.add(block);
                }
            }
            begun += seen.size();
            whole += over.size();
        }

        Work work(int foreign) {
            List<Stage> stages = new ArrayList<>();
            for (Phase phase : Phase.values()) {
                int all = plannedOf[phase.ordinal()];
                if (!sampled && all > 0) {
                    stages.add(new Stage(phase, doneOf[phase.ordinal()], all, unnamed == 0));
                }
            }
            left.values().removeIf(count -> count <= 0);
            int done = doneOf[0] + doneOf[1];
            return new Work(planned, done, stages, new Blocks(whole, begun, blocks), left, foreign);
        }
    }

    /** Returns the number of trials that are left. */
    public int remaining() {
        return Math.max(0, planned - done);
    }
}
