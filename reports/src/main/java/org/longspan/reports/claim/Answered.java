package org.longspan.reports.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Side;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.claim.PartAnswer.Size;
import org.longspan.reports.summary.ReplayLine;

/**
 * A claim and what the runs say of it.
 *
 * @param claim what was asked
 * @param verdict supported if all parts that decide are; refuted if one of them is
 * @param parts the answer to each part
 */
public record Answered(Claim claim, ClaimVerdict verdict, List<PartAnswer> parts) {

    public Answered {
        parts = List.copyOf(parts);
    }

    /** Answers {@code claim} from {@code runs}. */
    public static Answered of(Claim claim, PlanRuns runs) {
        List<PartAnswer> parts = new ArrayList<>();
        for (int i = 0; i < claim.parts().size(); i++) {
            Seed seed = Seed.root(0).with("claim", claim.id()).with("part", i);
            parts.add(answer(claim.parts().get(i), claim.deciding().size(), runs, seed));
        }
        List<ClaimVerdict> deciding = parts.stream()
                .filter(answer -> !answer.part().aside())
                .map(PartAnswer::verdict)
                .toList();
        return new Answered(claim, Judge.all(deciding), parts);
    }

    /** Returns the deciding part that tells the most: the first with the verdict of the claim. */
    public PartAnswer telling() {
        List<PartAnswer> deciding =
                parts.stream().filter(answer -> !answer.part().aside()).toList();
        return deciding.stream()
                .filter(answer -> answer.verdict() == verdict)
                .findFirst()
                .orElse(deciding.get(0));
    }

    private static PartAnswer answer(Part part, int deciding, PlanRuns runs, Seed seed) {
        for (Side side : part.compare().sides()) {
            if (runs.run(side.plan()).isEmpty()) {
                return PartAnswer.notRun(part, runs.lack(side.plan()));
            }
        }
        Function<String, PlanRun> present = plan -> runs.run(plan).orElseThrow();
        PlanRun first = present.apply(part.compare().of().plan());
        Sample sample = Kind.of(part, present).sample();
        Estimate estimate = Estimate.of(sample, part.aside() ? 1 : deciding, seed);
        Judge judge = Judge.of(part, estimate, sample, Assays.lacking(part, first, seed));
        Sample.Basis basis = sample.basis();
        return new PartAnswer(
                part,
                judge.verdict(),
                judge.why(),
                estimate.value(),
                estimate.intervals().map(Estimate.Intervals::narrow),
                estimate.intervals().map(Estimate.Intervals::wide),
                new Size(basis.runs(), basis.missing(), sample.clusters(), basis.blocks()),
                judge.blocks(),
                replay(part, first));
    }

    private static String replay(Part part, PlanRun plan) {
        return Row.runs(plan, part.compare().of())
                .findFirst()
                .map(run -> ReplayLine.command(plan.run(), run))
                .orElse("");
    }
}
