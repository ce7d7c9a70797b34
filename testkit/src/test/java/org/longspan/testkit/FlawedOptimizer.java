package org.longspan.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.optim.Clipping;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;

/** Gradient descent with one flaw, or with none. */
final class FlawedOptimizer implements Optimizer {

    /** What can be wrong with an optimizer, and the fact that finds it. */
    enum Flaw {
        NONE(""),
        WITHOUT_YEAR("itHasANameASentenceAnEquationAndACitation"),
        INVALID_DEFAULT("itsDefaultsAreCompleteAndValid"),
        RANGE_OUTSIDE("everyValueOfASearchRangeIsValid"),
        NARROW_RANGE("aLearningRateIsTunedOverFourDecadesOrMore"),
        INSTANCES_DIFFER("twoRunsFromOneStartGiveTheSameBits"),
        REMEMBERS_BY_ITSELF("whatItRemembersLivesInTheMemory"),
        REMEMBERS_IN_SCRATCH("aCheckpointOfWeightsAndMemoryGoesOnToTheSameBits"),
        SEES_THE_KERNELS("plainAndVectorKernelsGiveTheSameBits"),
        NEVER_RESTS("aZeroGradientAndAnEmptyMemoryMoveNothing"),
        CLIMBS("itDescendsAConvexQuadraticAtASmallRate"),
        REPORTS_A_WRONG_UPDATE("itReportsWhatItDid"),
        USES_NO_SEQUENCES("itUsesSequences"),
        COSTS_MORE_THAN_IT_SAYS("aStepCostsAtMostWhatItSays"),
        ALLOCATES("aStepAllocatesNothing"),
        KEEPS_DENORMALS("noDenormalNumberIsKeptWhileGradientsVanish"),
        CLIPS_BY_NAME("clippingAtInfinityIsNoClippingBitForBit"),
        IGNORES_THE_POLICY("aGradientThatIsNotFiniteMovesNeitherWeightsNorMemory"),
        IGNORES_REPLACEMENTS("aGradientThatIsReplacedLeavesWeightsAndMemoryFinite");

        final String fact;

        Flaw(String fact) {
            this.fact = fact;
        }
    }

    private final Flaw flaw;
    private final double rate;
    private final int instance;
    private long steps;
    private float[] garbage;

    private FlawedOptimizer(Flaw flaw, double rate, int instance) {
        this.flaw = flaw;
        this.rate = rate;
        this.instance = instance;
    }

    static Entry<Optimizer> entry(Flaw flaw) {
        AtomicInteger instances = new AtomicInteger();
        Setting.Number rate = new Setting.Number(
                "learning-rate",
                "η",
                flaw == Flaw.INVALID_DEFAULT ? -1 : 0.1,
                0,
                false,
                flaw == Flaw.RANGE_OUTSIDE ? 1 : 100,
                false,
                SearchRange.log(flaw == Flaw.NARROW_RANGE ? 1e-2 : 1e-3, 10));
        return new Entry<>(
                "flawed",
                "Descent.",
                "θ ← θ − ηg",
                flaw == Flaw.WITHOUT_YEAR ? "Robbins and Monro" : "Robbins and Monro 1951",
                List.of(rate),
                List.of(),
                settings -> new FlawedOptimizer(flaw, settings.number("learning-rate"), instances.getAndIncrement()));
    }

    @Override
    public int sequencesPerStep(int batch) {
        return flaw == Flaw.USES_NO_SEQUENCES ? 0 : batch;
    }

    @Override
    public void step(Oracle oracle, Parameters theta, Memory memory, Guard guard, Step step, StepReport report) {
        Clipping clipping = guard.clipping();
        NonFinitePolicy policy = guard.policy();
        Parameters u = memory.scratch("update");
        if (flaw == Flaw.COSTS_MORE_THAN_IT_SAYS) {
            oracle.objective(Purpose.LINE_SEARCH, 0, 1).loss(theta);
        }
        report.loss = oracle.objective(Purpose.GRADIENT, 0, oracle.batch()).gradient(theta, clipping.seams(), u);
        report.gradientNorm = step.kernels().reductions().norm(u);
        report.clippedNorm = report.gradientNorm;
        report.updateNorm = 0;
        if (policy.holdsStill(report.gradientNorm) && flaw != Flaw.IGNORES_THE_POLICY) {
            return;
        }
        if (policy.replaces(report.gradientNorm) && flaw != Flaw.IGNORES_REPLACEMENTS) {
            policy.replace(u, theta, step);
        } else {
            clipping.perUpdate().apply(u, theta, memory, step);
        }
        report.clippedNorm = step.kernels().reductions().norm(u);
        u.scale((float) (-rate * flawedFactor(clipping, step)));
        spoil(u, memory);
        theta.add(u);
        report.updateNorm = flaw == Flaw.REPORTS_A_WRONG_UPDATE
                ? 0
                : step.kernels().reductions().norm(u);
        steps++;
    }

    private double flawedFactor(Clipping clipping, Step step) {
        return switch (flaw) {
            case CLIMBS -> -1;
            case INSTANCES_DIFFER -> 1 + 1e-3 * instance;
            case REMEMBERS_BY_ITSELF -> 1 / (1.0 + steps);
            case SEES_THE_KERNELS -> step.kernels().name().equals("plain") ? 1 : 1.001;
            case CLIPS_BY_NAME -> clipping.name().equals("none") ? 1 : 1.001;
            default -> 1;
        };
    }

    private void spoil(Parameters u, Memory memory) {
        switch (flaw) {
            case NEVER_RESTS -> u.data()[0] += 1e-3f;
            case ALLOCATES -> garbage = new float[1];
            case REMEMBERS_IN_SCRATCH -> average(u, memory.scratch("velocity"));
            case KEEPS_DENORMALS -> average(u, memory.vector("velocity"));
            default -> {}
        }
    }

    private static void average(Parameters u, Parameters v) {
        v.scale(0.9f);
        v.add(u);
        u.copyFrom(v);
    }
}
