package org.longspan.harness.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.RunOptions;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.numerics.kernel.KernelChoice;

class EstimateTest {

    private static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();

    @Test
    void anOptimizerWhoseStepMayExceedTheCapIsTimedOnItsOwn() {
        List<Estimate.Row> rows = rows("[sgd, adam, {name: hessian-free, size: small}]");
        assertThat(rows)
                .extracting(Estimate.Row::optimizer)
                .containsExactly(Optional.empty(), Optional.of("hessian-free"));
        assertThat(rows).extracting(Estimate.Row::trials).containsExactly(6, 3);
        assertThat(rows).extracting(Estimate.Row::measured).containsExactly(true, true);
        assertThat(rows.get(1).secondsOfATrial()).isPositive();
        assertThat(rows("[{name: hessian-free, size: small}]"))
                .extracting(Estimate.Row::optimizer)
                .containsExactly(Optional.of("hessian-free"));
    }

    @Test
    void aStepThatMayTakeTooLongIsNotRunButTakenAtItsGreatestCost() {
        Estimate.Row row = rows("[{name: hessian-free, curvature-sequences: 1000000, cg-iterations: 100000}]")
                .get(0);
        assertThat(row.measured()).isFalse();
        assertThat(row.secondsOfATrial()).isGreaterThan(1000);
    }

    private static List<Estimate.Row> rows(String optimizers) {
        Plan plan = new PlanReader(METHODS, FakeTasks.catalogue()).read("cap.yaml", """
                tier: {settings: 2, evaluation: 1}
                models: [{cell: tanh-rnn, hidden: 4}]
                tasks: [{family: recall, lengths: [3]}]
                optimizers: %s
                clippings: [none]
                budget: {batch: 10, updates: 40}
                """.formatted(optimizers));
        RunOptions options = RunOptions.with(KernelChoice.best("plain").kernels());
        return Estimate.of(plan, FakeTasks.catalogue(), METHODS, options).rows();
    }
}
