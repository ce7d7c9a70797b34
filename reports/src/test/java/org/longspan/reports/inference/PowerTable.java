package org.longspan.reports.inference;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.longspan.numerics.random.Seed;

/**
 * Prints the table of power of {@code docs/protocol.md}: in which share of simulated runs a true difference is shown.
 * The argument is the number of runs.
 */
final class PowerTable {

    private static final Effort EFFORT = new Effort(12, 999, 20, 100_000);

    private PowerTable() {}

    /** A third of the clippings, half of the optimizers and the second model add an effect, one kind at a time. */
    private record Shift(Factor factor, double effect) implements World {

        @Override
        public double mean(Tier.Place place) {
            boolean moved = switch (factor) {
                case CLIPPING -> place.clipping() % 3 == 1;
                case OPTIMIZER -> place.optimizer() / 2 % 2 == 1;
                default -> place.model() == 1;
            };
            return World.base(place) + (moved ? effect : 0);
        }

        @Override
        public Luck luck(Tier.Place place) {
            return Luck.SOLVES;
        }
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        System.out.println("| design | comparison | level of the first | 0.05 | 0.1 | 0.2 |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (Tier tier : List.of(Tier.QUICK, Tier.STANDARD)) {
            String name = tier.dealt() ? "quick" : "standard";
            row(name + " | a clipping against none", tier, Factor.CLIPPING, runs, a -> a.clippings().pooled().stream());
            if (!tier.dealt()) {
                row(name + " | two clippings", tier, Factor.CLIPPING, runs, a -> a.clippings().pairs().stream());
            }
            row(name + " | two optimizers", tier, Factor.OPTIMIZER, runs, a -> a.optimizers().pairs().stream());
            row(name + " | two models", tier.withModels(2), Factor.MODEL, runs, a -> a.models().stream());
        }
    }

    private static void row(
            String name, Tier tier, Factor factor, int runs, Function<Analysis, Stream<Effect>> comparisons) {
        StringBuilder row = new StringBuilder("| " + name);
        String level = null;
        for (double effect : new double[] {0.05, 0.1, 0.2}) {
            Truth truth = new Truth(new Shift(factor, effect), tier);
            int shown = 0;
            int all = 0;
            double least = 1;
            for (int run = 0; run < runs; run++) {
                Analysis analysis =
                        truth.analysis(Assay.undeclared(), Seed.root(run).with("power", 0), EFFORT);
                for (Effect comparison : comparisons.apply(analysis).toList()) {
                    if (Math.abs(truth.mean(comparison)) > 1e-9) {
                        all++;
                        shown += comparison.shown() ? 1 : 0;
                        least = Math.min(
                                least,
                                comparison.evidence().map(Evidence::level).orElse(1.0));
                    }
                }
            }
            if (level == null) {
                level = String.format(Locale.ROOT, " | %.1e", least);
                row.append(level);
            }
            row.append(String.format(Locale.ROOT, " | %.0f %%", 100.0 * shown / all));
        }
        System.out.println(row + " |");
    }
}
