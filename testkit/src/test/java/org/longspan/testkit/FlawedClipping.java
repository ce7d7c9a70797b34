package org.longspan.testkit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Law;
import org.longspan.optim.Memory;
import org.longspan.optim.Step;
import org.longspan.optim.ThresholdUnit;

/** Clipping by global norm with one flaw, or with none. */
record FlawedClipping(Flaw flaw, double threshold) implements ClippingScheme {

    private static final String NAME = "flawed";

    /** What can be wrong with a clipping, and the fact that finds it. */
    enum Flaw {
        NONE(""),
        ALWAYS_HALVES("everyDeclaredLawHolds"),
        SHORTENS_SHORT_ONES("everyDeclaredLawHolds"),
        OVERSHOOTS("everyDeclaredLawHolds"),
        TURNS("everyDeclaredLawHolds"),
        KEEPS_AN_EPSILON("everyDeclaredLawHolds"),
        DECLARES_NO_BOUND("everyLawNotDeclaredFailsOnAnExample"),
        DECLARES_NO_DIRECTION("everyLawNotDeclaredFailsOnAnExample"),
        DECLARES_NO_IDENTITY("everyLawNotDeclaredFailsOnAnExample"),
        DECLARES_NO_SCALE("everyLawNotDeclaredFailsOnAnExample"),
        NEVER_OFF_IN_WORDS("everyLawNotDeclaredFailsOnAnExample"),
        ACCEPTS_ANY_THRESHOLD("thresholdsThatAreNotPositiveAreRefusedByName"),
        ACCEPTS_ANY_UNIT("unitsThatHaveNoMultiplesAreRefused"),
        IGNORES_ITS_UNIT("aMultipleOfAUnitIsTheProductOfTheTwo"),
        MAKES_ANOTHER_NAME("theClippingSaysWhatItsSchemeSays"),
        HIDES_NAN("whatIsNotFiniteIsNeverMadeToLookFinite"),
        COUNTS_ITS_CALLS("clippingTwiceWithFreshMemoriesGivesTheSameBits"),
        REMEMBERS_IN_SCRATCH("aCheckpointOfItsMemoryGoesOnToTheSameBits"),
        SEES_THE_KERNELS("plainAndVectorKernelsGiveTheSameBits"),
        ALLOCATES("clippingAllocatesNothing");

        final String fact;

        Flaw(String fact) {
            this.fact = fact;
        }
    }

    static Entry<ClippingScheme> entry(Flaw flaw) {
        double least = flaw == Flaw.ACCEPTS_ANY_THRESHOLD ? -10 : 0;
        Setting.Number threshold =
                new Setting.Number("threshold", "c", 1, least, false, Double.POSITIVE_INFINITY, false, null);
        return new Entry<>(
                NAME,
                "Clipping.",
                "g ← g · min(1, c/‖g‖)",
                "Pascanu et al. 2013",
                List.of(threshold),
                List.of(),
                settings -> new FlawedClipping(flaw, settings.number("threshold")));
    }

    @Override
    public ThresholdUnit unit() {
        return ThresholdUnit.GLOBAL_NORM;
    }

    @Override
    public Set<Law> laws() {
        Set<Law> laws = EnumSet.allOf(Law.class);
        switch (flaw) {
            case DECLARES_NO_BOUND -> laws.remove(Law.NORM_BOUND);
            case DECLARES_NO_DIRECTION -> laws.remove(Law.KEEPS_DIRECTION);
            case DECLARES_NO_IDENTITY -> laws.remove(Law.IDENTITY_BELOW_THRESHOLD);
            case DECLARES_NO_SCALE -> laws.remove(Law.SCALE_EQUIVARIANT);
            case NEVER_OFF_IN_WORDS -> laws.remove(Law.OFF_AT_INFINITY);
            default -> {}
        }
        return laws;
    }

    @Override
    public Clipping at(double... units) {
        if (flaw != Flaw.ACCEPTS_ANY_UNIT && !(units[0] > 0 && units[0] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("unit " + units[0]);
        }
        double c = flaw == Flaw.IGNORES_ITS_UNIT && threshold != 1 ? threshold : threshold * units[0];
        int[] calls = {0};
        float[][] garbage = {null};
        return new Clipping(
                flaw == Flaw.MAKES_ANOTHER_NAME ? "other" : NAME,
                GradientSeams.NONE,
                (update, theta, memory, step) -> {
                    garbage[0] = flaw == Flaw.ALLOCATES ? new float[1] : null;
                    clip(update, c, step, flaw == Flaw.REMEMBERS_IN_SCRATCH ? counted(memory) : calls[0]++);
                },
                laws());
    }

    private static int counted(Memory memory) {
        return (int) memory.scratchNumbers("calls", 1)[0]++;
    }

    private void clip(Parameters u, double c, Step step, int call) {
        double norm = norm(u);
        if (flaw == Flaw.HIDES_NAN && Double.isNaN(norm)) {
            u.zero();
        }
        boolean shortens = norm > c || flaw == Flaw.SHORTENS_SHORT_ONES && norm > c / 2;
        double factor = shortens && norm < Double.POSITIVE_INFINITY ? c / norm * wrong(step, call) : 1;
        if (flaw == Flaw.KEEPS_AN_EPSILON && shortens) {
            factor = c / (norm + 1e-3);
        }
        if (factor != 1 || flaw == Flaw.ALWAYS_HALVES) {
            scale(u, flaw == Flaw.ALWAYS_HALVES ? factor / 2 : factor);
            u.data()[0] *= flaw == Flaw.TURNS ? 0.5f : 1f;
        }
    }

    private double wrong(Step step, int call) {
        return switch (flaw) {
            case OVERSHOOTS -> 1.01;
            case COUNTS_ITS_CALLS, REMEMBERS_IN_SCRATCH -> 1 / (1.0 + call);
            case SEES_THE_KERNELS -> step.kernels().name().equals("plain") ? 1 : 0.999;
            default -> 1;
        };
    }

    private static void scale(Parameters u, double factor) {
        for (int i = 0; i < u.size(); i++) {
            u.data()[i] = (float) (factor * u.data()[i]);
        }
    }

    private static double norm(Parameters u) {
        double sum = 0;
        for (float x : u.data()) {
            sum += (double) x * x;
        }
        return Math.sqrt(sum);
    }
}
