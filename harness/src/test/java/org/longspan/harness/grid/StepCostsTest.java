package org.longspan.harness.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.run.Workbench;
import org.longspan.numerics.kernel.KernelChoice;

/** What steps cost, known before a trial is run. */
class StepCostsTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();

    @Test
    void everyOptimizerHasTheGreatestCostOfItsStep() {
        StepCosts costs = costs(
                "[sgd, {name: hessian-free, size: small}, l-bfgs, {name: saddle-free-newton, dimensions: 20}]",
                "[none]",
                3000);
        assertThat(costs.gradient()).isEqualTo(30);
        assertThat(costs.steps())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sgd",
                        30L,
                        "hessian-free", // two gradients, 31 products at most, 4 iterates, the ratio, 51 lengths
                        3L * (500 + 100) + 100 * (4 * 31 + 4 + 1 + 51),
                        "l-bfgs",
                        30L + 25 * 30,
                        "saddle-free-newton",
                        30L + 20 * 60));
        assertThat(costs.mayExceedTheCap("hessian-free")).isTrue();
        assertThat(costs.mayExceedTheCap("l-bfgs")).isFalse();
    }

    @Test
    void theCapBuysAsManyUpdatesAsAreBegunBeforeItIsSpent() {
        StepCosts costs = costs("[sgd, l-bfgs, {name: hessian-free, size: small}]", "[none]", 1561); // l-bfgs: 780
        assertThat(costs.fewestUpdates("l-bfgs")).isEqualTo(3);
        assertThat(costs.fewestUpdates("hessian-free")).isEqualTo(1);
        assertThat(costs.isDear("l-bfgs")).isTrue();
        assertThat(costs.isDear("sgd")).isFalse();
        assertThat(costs("[l-bfgs]", "[none]", 1560).fewestUpdates("l-bfgs")).isEqualTo(2);
    }

    @Test
    void whatIsSkippedCostsNothing() {
        assertThat(costs("[sgd, l-bfgs]", "[signal-norm]", 3000).steps()).containsOnlyKeys("sgd");
    }

    private static StepCosts costs(String optimizers, String clippings, long cap) {
        Plan plan = new PlanReader(METHODS, FakeTasks.catalogue())
                .read("costs.yaml", """
                tier: {settings: 2, blocks: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: %s
                clippings: %s
                budget: {batch: 10, updates: 100, sequence-forwards: %d}
                """.formatted(optimizers, clippings, cap));
        Workbench bench =
                new Workbench(FakeTasks.catalogue(), KernelChoice.best("plain").kernels());
        return StepCosts.of(Grid.of(plan, METHODS, bench.sense()), METHODS);
    }
}
