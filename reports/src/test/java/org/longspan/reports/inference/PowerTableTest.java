package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.longspan.numerics.random.Seed;

/** Prints the table of power of {@code docs/protocol.md}: in which share of simulated runs a true difference is shown. */
@EnabledIfSystemProperty(named = "thorough", matches = "true")
class PowerTableTest {

    private static final int RUNS = 20;

    private static final Effort EFFORT = new Effort(12, 999, 20, 100_000);
    private static final List<Double> EFFECTS = List.of(0.05, 0.1, 0.2);

    /** A third of the clippings, half of the kin or the second model add an effect, one kind of method at a time. */
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

    /** What a row of the table counts. */
    private record Row(String name, Function<Analysis, Stream<Effect>> comparisons) {}

    @Test
    void largerEffectsAreFoundMoreOften() {
        Map<Factor, List<Row>> rows = Map.of(
                Factor.CLIPPING,
                List.of(
                        new Row("a clipping against none", a -> a.clippings().pooled().stream()),
                        new Row("two clippings", a -> a.clippings().pairs().stream())),
                Factor.OPTIMIZER,
                List.of(new Row("two optimizers", a -> a.optimizers().pairs().stream())),
                Factor.MODEL,
                List.of(new Row("two models", a -> a.models().stream())));
        System.out.println("| design | comparison | clusters | deviation | 0.05 | 0.1 | 0.2 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (Tier tier : List.of(Tier.QUICK, Tier.STANDARD)) {
            for (Factor factor : List.of(Factor.CLIPPING, Factor.OPTIMIZER, Factor.MODEL)) {
                print(factor == Factor.MODEL ? tier.withModels(2) : tier, factor, rows.get(factor));
            }
        }
    }

    private static void print(Tier tier, Factor factor, List<Row> rows) {
        List<List<Double>> shares = new ArrayList<>();
        List<Effect> first = new ArrayList<>();
        for (double effect : EFFECTS) {
            Truth truth = new Truth(new Shift(factor, effect), tier);
            int[] shown = new int[rows.size()];
            int[] all = new int[rows.size()];
            for (int run = 0; run < RUNS; run++) {
                Analysis analysis =
                        truth.analysis(Assay.undeclared(), Seed.root(run).with("power", 0), EFFORT);
                for (int r = 0; r < rows.size(); r++) {
                    List<Effect> unequal = rows.get(r)
                            .comparisons()
                            .apply(analysis)
                            .filter(e -> Math.abs(truth.mean(e)) > 1e-9)
                            .toList();
                    all[r] += unequal.size();
                    shown[r] += (int) unequal.stream().filter(Effect::shown).count();
                    if (first.size() == r && !unequal.isEmpty()) {
                        first.add(unequal.get(0));
                    }
                }
            }
            for (int r = 0; r < rows.size(); r++) {
                if (shares.size() == r) {
                    shares.add(new ArrayList<>());
                }
                shares.get(r).add(100.0 * shown[r] / all[r]);
            }
        }
        for (int r = 0; r < first.size(); r++) {
            assertThat(shares.get(r)).isSorted();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.2f | %.0f %% | %.0f %% | %.0f %% |%n",
                    tier.dealt() ? "quick" : "standard",
                    rows.get(r).name(),
                    first.get(r).counts().clusters(),
                    first.get(r).deviation(),
                    shares.get(r).get(0),
                    shares.get(r).get(1),
                    shares.get(r).get(2));
        }
    }
}
