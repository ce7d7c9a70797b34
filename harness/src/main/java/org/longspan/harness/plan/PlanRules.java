package org.longspan.harness.plan;

import com.google.common.math.LongMath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Rules;
import org.longspan.numerics.oracle.SequenceForwards;

/** Reads the rules that all trials of a plan share: seed, budget, evaluation and divergence. */
final class PlanRules {

    /** Batch and updates where a plan gives none, as in the plan quick. */
    private static final int BATCH = 20;

    private static final int UPDATES = 1500;

    /** Looks of a trial: one for each hundredth of its budget. */
    static final int LOOKS = 100;

    /** Enough that no criterion is met by the luck of the validation sequences alone. */
    static final int VALIDATION = 500;

    static final String POLICY = "non-finite-gradient";

    private final PlanErrors errors;

    PlanRules(PlanErrors errors) {
        this.errors = errors;
    }

    /** Returns the rules in the keys of a plan. */
    Rules read(Map<String, PlanNode> plan) {
        long seed = new Numbers(plan, errors).whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0);
        Budget budget = budget(numbers(plan.get("budget"), "batch", "updates", "sequence-forwards"));
        return new Rules(
                seed,
                budget,
                evaluation(
                        numbers(plan.get("evaluation"), "every", "validation", "confirmation", "attempts", "test"),
                        budget),
                divergence(numbers(plan.get("divergence"), POLICY, "chance-multiple", "in-a-row")));
    }

    private Numbers numbers(PlanNode node, String... keys) {
        Optional<Map<String, PlanNode>> values = node == null ? Optional.empty() : errors.in(node::mapping);
        values.ifPresent(given -> node.mapping(List.of(keys), errors));
        return new Numbers(values.orElse(Map.of()), errors);
    }

    private static Budget budget(Numbers numbers) {
        int batch = numbers.count("batch", Limits.BATCH, BATCH);
        long updates = numbers.count("updates", Limits.UPDATES, UPDATES);
        long enough = LongMath.saturatedMultiply((long) SequenceForwards.GRADIENT * batch, updates);
        return new Budget(batch, updates, numbers.whole("sequence-forwards", 1, Long.MAX_VALUE, enough));
    }

    private static EvaluationRules evaluation(Numbers numbers, Budget budget) {
        long ofAGradient = (long) SequenceForwards.GRADIENT * budget.batch();
        long affordable = Math.min(budget.updates(), budget.sequenceForwards() / ofAGradient);
        long every = Math.max(1, affordable / LOOKS);
        return new EvaluationRules(
                numbers.count("every", Limits.UPDATES_BETWEEN_EVALUATIONS, Math.toIntExact(every)),
                numbers.count("validation", Limits.SEQUENCES, VALIDATION),
                numbers.count("confirmation", Limits.SEQUENCES, 1000),
                numbers.count("attempts", Limits.ATTEMPTS, 4),
                numbers.count("test", Limits.SEQUENCES, 1000));
    }

    private static DivergenceRules divergence(Numbers numbers) {
        return new DivergenceRules(
                numbers.positive("chance-multiple", 1e3), numbers.count("in-a-row", Limits.IN_A_ROW, 3));
    }
}
