package org.longspan.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FileTasks;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.probe.ProbeCosts.Row;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.model.Network;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.probes.Probes;

/** What the probes of a plan cost, by hand. */
class ProbeCostsTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();
    private static final TaskCatalogue TASKS = FileTasks.catalogue();
    private static final String TWO = "[sgd, {name: adam, learning-rate: 0.01}]";

    /** A plan with its costs and the cells of its grid. */
    private record Priced(Plan plan, Workbench bench, ProbeCosts costs, List<GridCell> cells) {

        static Priced of(String text) {
            Plan plan = new PlanReader(METHODS, TASKS).read("priced.yaml", text);
            Workbench bench = new Workbench(TASKS, METHODS, PlainKernels.create(), plan.files());
            Grid grid = Grid.of(plan, METHODS, bench.sense());
            ProbeCosts costs = new ProbeCosts(plan, StepCosts.of(grid, METHODS), bench, new PlugInUse(TASKS, METHODS));
            return new Priced(plan, bench, costs, grid.cells());
        }

        List<Row> rows() {
            return costs.rows(cells);
        }
    }

    private static String plan(String tier, String models, String optimizers, String clippings, String probes) {
        return """
                tier: %s
                models: %s
                tasks: [{family: recall, lengths: [5, 9]}]
                optimizers: %s
                clippings: %s
                budget: {batch: 10, updates: 40}
                probes: %s
                """.formatted(tier, models, optimizers, clippings, probes);
    }

    @Test
    void aProbeLooksAtEveryEvaluationRunOfItsBlocksAtEachOfItsMoments() {
        Priced priced = Priced.of(plan(
                "{settings: 2, blocks: 3}",
                "[{cell: tanh-rnn, hidden: 4}, {cell: lstm, hidden: 4}]",
                TWO,
                "[none, value]",
                "[lyapunov, {name: signal-by-lag, at: [0, 20], blocks: 2}, {name: slice, blocks: 3}]"));

        assertThat(priced.rows())
                .extracting(Row::problem)
                .containsSubsequence(priced.plan().factors().problems());
        assertThat(priced.rows().subList(0, 3))
                .extracting(Row::probe, Row::looks)
                .containsExactly(tuple("lyapunov", 4L * 3), tuple("signal-by-lag", 4L * 2 * 2), tuple("slice", 4L * 3));
        assertThat(priced.rows())
                .hasSize(4 * 3)
                .allSatisfy(row -> assertThat(row.refusals()).isEmpty());
        for (Row row : priced.rows()) {
            Network network =
                    priced.bench().network(row.problem().model(), row.problem().task());
            long each = row.probe().equals("slice")
                    ? 65 * 65 * 100 + 30 + 120 * 30
                    : Probes.named(row.probe()).create(Settings.NONE).cost(network);
            assertThat(row.forwards()).isEqualTo(row.looks() * each);
        }
    }

    @Test
    void theCostsOfCellsAreThoseOfTheRows() {
        Priced priced = Priced.of(plan(
                "{settings: 2, blocks: 2}",
                "[{cell: tanh-rnn, hidden: 4}, {cell: lru, hidden: 4}]",
                TWO,
                "[none, value, signal-norm]",
                "all"));

        assertThat(priced.cells().stream().mapToLong(priced.costs()::forwards).sum())
                .isEqualTo(priced.rows().stream().mapToLong(Row::forwards).sum())
                .isPositive();
        assertThat(priced.cells())
                .filteredOn(cell -> cell.block() == 1)
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(priced.costs().forwards(cell)).isZero());
    }

    @Test
    void whatAProbeRefusesIsSaidAndCostsNothing() {
        Priced priced = Priced.of(plan(
                "{settings: 1, blocks: 1}",
                "[{cell: orthogonal-rnn, hidden: 4}]",
                "[sgd]",
                "[none]",
                "[negative-curvature, clip-bias]"));

        assertThat(priced.rows()).extracting(Row::looks, Row::forwards).containsOnly(tuple(0L, 0L));
        assertThat(priced.rows().get(0).refusals())
                .allSatisfy(reason -> assertThat(reason).startsWith("no products with the Hessian through cell orth"))
                .hasSize(1);
        assertThat(priced.rows().get(1).refusals())
                .containsExactly(
                        "no clipping to look at: no threshold of the plan has a unit, or gradients before training give "
                                + "it no finite size");
    }

    /** Each of signal-norm's three thresholds needs gradients of its own. */
    @Test
    void theBiasOfClippingCostsMoreWhereClippingsActInside() {
        String models = "[{cell: tanh-rnn, hidden: 4}]";
        String bias = "[{name: clip-bias, at: [0]}]";
        Row plain = Priced.of(plan("smoke", models, "[sgd]", "[value]", bias))
                .rows()
                .get(0);
        Row inside = Priced.of(plan("smoke", models, "[sgd]", "[signal-norm]", bias))
                .rows()
                .get(0);

        assertThat(plain.forwards()).isGreaterThan(1600 * 7); // clipping, norms and orders take time too
        assertThat(inside.forwards() - plain.forwards()).isEqualTo(1600 * 3 * 3);
    }

    /** 40 updates with two losses, and at five cliffs a step and two losses for each of four kinds. */
    @Test
    void theTailOfARunCostsByItsUpdatesAndTheirBatch() {
        String text = plan("smoke", "[{cell: tanh-rnn, hidden: 4}]", "[sgd]", "[none]", "[gradient-tail]");
        long cliffs = 5 * 4 * (30 + 10 + 100);

        assertThat(Priced.of(text).rows().get(0).forwards()).isEqualTo(40 * 2 * 10 + cliffs);
        String capped = text.replace("updates: 40", "updates: 40, sequence-forwards: 100");
        assertThat(Priced.of(capped).rows().get(0).forwards()).isEqualTo(4 * 2 * 10 + cliffs);
    }

    @Test
    void aTaskWithoutACriterionIsNeverSolved(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("bytes"), "abc");
        String text = plan("smoke", "[{cell: tanh-rnn, hidden: 4}]", "[sgd]", "[none]", "[lyapunov]")
                .replace("{family: recall,", "{family: bytes, source: " + source + ",");

        assertThat(Priced.of(text).rows()).extracting(Row::looks).containsOnly(2L);
    }

    @Test
    void aProbeThatWouldLookAtNoRunIsRefused() {
        String text = plan(
                        "{settings: 2, blocks: 3}",
                        "[{cell: tanh-rnn, hidden: 4}]",
                        "[sgd]",
                        "[none]",
                        "[{name: lyapunov, blocks: 2}, slice]")
                + "sample: {trials: 3}\n";
        Priced tuned = Priced.of(text);
        assertThatThrownBy(() -> tuned.costs().requireRuns(tuned.cells()))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "plan priced, probes: lyapunov looks at evaluation runs of the first 2 blocks, and the sample"
                                + " has none there, expected at least one, or no such probe");
        Priced judged = Priced.of(text.replace("settings: 2", "settings: 1").replace("trials: 3", "trials: 6"));
        judged.costs().requireRuns(judged.cells());
        assertThat(judged.rows()).extracting(Row::looks).containsExactly(6L, 1L, 6L, 1L);
    }

    @Test
    void clippingsThatNoProbeSeesAreNamed() {
        String text = plan(
                "{settings: 1, blocks: 1, control: 3}",
                "[{cell: tanh-rnn, hidden: 4}]",
                "[sgd]",
                "[none, value, global-norm, block-norm]",
                "[lyapunov, slice]");
        Priced first = Priced.of(text.replace("[5, 9]", "[5]"));
        assertThat(first.costs().unseen(first.cells()))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .matches(
                                "probes of the first block see no run under [a-z-]+, [a-z-]+; those of all 3 blocks see every"
                                        + " clipping"));
        Priced all = Priced.of(text.replace("slice", "{name: slice, blocks: 3}").replace("lyapunov, ", ""));
        assertThat(all.costs().unseen(all.cells())).isEmpty();
    }
}
