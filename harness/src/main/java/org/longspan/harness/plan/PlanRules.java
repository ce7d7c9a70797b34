package org.longspan.harness.plan;

import com.google.common.math.LongMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Rules;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.ThresholdUnit;

/** Reads the rules that all trials of a plan share: seed, budget, evaluation and divergence. */
final class PlanRules {

    /** Batch and updates where a plan gives none, as in the plan quick. */
    private static final int BATCH = 20;

    private static final int UPDATES = 1000;

    static final int LEAST_UPDATES_BETWEEN_EVALUATIONS = 20;
    static final int EVALUATIONS_OF_A_TRIAL = 100;

    private final MethodCatalogue methods;
    private final PlanErrors errors;

    PlanRules(MethodCatalogue methods, PlanErrors errors) {
        this.methods = methods;
        this.errors = errors;
    }

    /** Returns the rules in the keys of a plan. */
    Rules read(Map<String, PlanNode> plan) {
        long seed = new Numbers(plan, errors).whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0);
        Budget budget = budget(numbers(plan.get("budget"), "batch", "updates", "sequence-forwards"));
        return new Rules(
                seed,
                budget,
                evaluation(numbers(plan.get("evaluation"), "every", "validation", "test", "in-a-row"), budget),
                divergence(numbers(
                        plan.get("divergence"),
                        "non-finite-gradient",
                        "gradient-norm",
                        "huge-updates",
                        "chance-multiple",
                        "in-a-row")));
    }

    private Numbers numbers(PlanNode node, String... keys) {
        Optional<Map<String, PlanNode>> values = node == null ? Optional.empty() : errors.in(node::mapping);
        values.ifPresent(given -> node.mapping(List.of(keys), errors));
        return new Numbers(values.orElse(Map.of()), errors);
    }

    private static Budget budget(Numbers numbers) {
        int batch = numbers.count("batch", Limits.BATCH, BATCH);
        long updates = numbers.count("updates", Limits.UPDATES, UPDATES);
        // Enough for all updates of a first-order method and for measuring its threshold's unit.
        long ofAGradient = (long) SequenceForwards.GRADIENT * batch;
        long enough = LongMath.saturatedMultiply(ofAGradient, updates + ThresholdUnit.BATCHES);
        return new Budget(batch, updates, numbers.whole("sequence-forwards", 1, Long.MAX_VALUE, enough));
    }

    private static EvaluationRules evaluation(Numbers numbers, Budget budget) {
        long every = Math.max(LEAST_UPDATES_BETWEEN_EVALUATIONS, budget.updates() / EVALUATIONS_OF_A_TRIAL);
        return new EvaluationRules(
                numbers.count("every", Limits.UPDATES_BETWEEN_EVALUATIONS, Math.toIntExact(every)),
                numbers.count("validation", Limits.SEQUENCES, 200),
                numbers.count("test", Limits.SEQUENCES, 1000),
                numbers.count("in-a-row", Limits.IN_A_ROW, 3));
    }

    private DivergenceRules divergence(Numbers numbers) {
        Optional<Choice> policy = errors.in(() ->
                Methods.complete(numbers.values().get("non-finite-gradient"), "policy", methods.policies(), errors));
        return new DivergenceRules(
                policy.orElse(null),
                numbers.positive("gradient-norm", 1e10),
                numbers.count("huge-updates", Limits.IN_A_ROW, 10),
                numbers.positive("chance-multiple", 1e3),
                numbers.count("in-a-row", Limits.IN_A_ROW, 3));
    }
}
