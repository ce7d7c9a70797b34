package org.longspan.harness.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.record.Choice;

/**
 * Checks what the clippings of a plan are compared with: the control, and the positive control, a clipping that is known
 * to harm.
 */
final class PlanControls {

    static final String POSITIVE = "positive-control";

    private final PlanNode root;
    private final Map<String, PlanNode> values;
    private final MethodList<?> clippings;

    /**
     * Creates the checks of a plan.
     *
     * @param root the whole plan
     * @param clippings that a plan can name
     */
    PlanControls(PlanNode root, MethodList<?> clippings) {
        this.root = root;
        this.values = root.mapping();
        this.clippings = clippings;
    }

    /** Returns the name of the positive control, which may not be among the clippings; empty if there is none. */
    Optional<String> positive(PlanErrors errors) {
        PlanNode node = values.get(POSITIVE);
        return node == null
                ? Optional.empty()
                : errors.in(() -> node.oneOf(Methods.kind("clipping", clippings), clippings.names()));
    }

    /** Refuses what {@code plan} cannot compare. */
    void require(Plan plan) {
        requireControl(plan.factors(), plan.tier());
        plan.instruments().positiveControl().ifPresent(name -> requirePositive(name, plan.factors()));
    }

    /** Clippings that do not run in every block can only be compared with one that does. */
    private void requireControl(Factors factors, Tier tier) {
        if (factors.control().isEmpty() && tier.blocks() < tier.controlBlocks()) {
            throw values.getOrDefault(PlanReader.CLIPPINGS, root)
                    .wrong("the clipping none is missing, expected it among the clippings: the others run in "
                            + tier.blocks() + " of " + tier.controlBlocks() + " blocks and are compared with it");
        }
    }

    private void requirePositive(String name, Factors factors) {
        PlanNode node = values.get(POSITIVE);
        List<String> others = factors.clippings().stream()
                .map(Choice::name)
                .filter(other -> !factors.control().equals(Optional.of(other)))
                .toList();
        if (factors.control().isEmpty()) {
            throw node.wrong(name + " is given, expected the clipping none among the clippings: a positive control is"
                    + " compared with it");
        }
        if (!others.contains(name)) {
            String what = factors.control().equals(Optional.of(name))
                    ? name + " is the control itself"
                    : "the plan does not run the clipping " + name;
            throw node.wrong(what + ", expected "
                    + (others.isEmpty()
                            ? "no positive control: the plan has no other clipping"
                            : "one of its other clippings: " + String.join(", ", others)));
        }
    }
}
