package org.longspan.harness.estimate;

import org.longspan.harness.grid.StepCosts;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Rules;

/**
 * What trials are expected to cost, in sequence-forwards, before any has run.
 *
 * @param rules of all trials
 * @param costs of single steps
 * @param typical how trials of each optimizer usually end
 */
record ExpectedCost(Rules rules, StepCosts costs, TypicalTrials typical) {

    /** Returns the cost of a trial that spends a usual share of its budget, with looks, confirmation and test. */
    double ofATrial(String optimizer) {
        TypicalTrials.Row row = typical.of(optimizer);
        EvaluationRules evaluation = rules.evaluation();
        return withLooks(row.budget() * training(optimizer))
                + row.solved() * ((double) evaluation.confirmationSequences() + evaluation.testSequences());
    }

    /** Returns the cost of a trial that spends its whole budget. */
    double ofAWholeBudget(String optimizer) {
        return withLooks(training(optimizer));
    }

    /** Returns how much looks cost beside a training that spends the whole budget, as a share of its cost. */
    double looksOverTraining(String optimizer) {
        return ofAWholeBudget(optimizer) / training(optimizer) - 1;
    }

    /** Returns the pace of trials over that of most optimizers on the same network. */
    double usualPace(String optimizer) {
        return typical.of(optimizer).pace();
    }

    private double training(String optimizer) {
        Budget budget = rules.budget();
        long ofAStep = costs.steps().getOrDefault(optimizer, costs.gradient());
        return Math.min((double) budget.updates() * ofAStep, budget.sequenceForwards());
    }

    /** One look before the first update, and one for each part of the cost. */
    private double withLooks(double training) {
        double looks =
                1 + training / ((double) costs.gradient() * rules.evaluation().everyUpdates());
        return training + looks * rules.evaluation().validationSequences();
    }
}
