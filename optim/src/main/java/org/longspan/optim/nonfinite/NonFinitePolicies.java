package org.longspan.optim.nonfinite;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.NonFinitePolicy;

/** Every policy for gradients that are not finite. */
public final class NonFinitePolicies {

    private NonFinitePolicies() {}

    /** Returns the list; a new policy is one more line here. */
    public static List<Entry<NonFinitePolicy>> all() {
        return List.of(HoldStill.FAIL_ENTRY, HoldStill.SKIP_ENTRY, RandomStepPolicy.ENTRY, ShrinkRecurrent.ENTRY);
    }

    /**
     * Returns the policy of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<NonFinitePolicy> named(String name) {
        return Entry.find("non-finite policy", all(), name);
    }
}
