package org.longspan.optim.nonfinite;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.NonFinitePolicy;

/** Every policy for gradients that are not finite. */
public final class NonFinitePolicies {

    private static final Entry<NonFinitePolicy> FAIL = new Entry<>(
            "fail",
            "A gradient with NaN or an infinity ends the run as diverged.",
            "some gᵢ ∉ ℝ: stop",
            "Convention; Goodfellow, Bengio and Courville 2016, Deep Learning, section 10.11.1, discuss what else could"
                    + " be done",
            List.of(),
            List.of(),
            settings -> HoldStill.FAIL);

    private static final Entry<NonFinitePolicy> SKIP = new Entry<>(
            "skip",
            "A gradient with NaN or an infinity is passed over: weights and memories stay, the run goes on.",
            "some gᵢ ∉ ℝ: θ ← θ, memory ← memory",
            "Micikevicius et al. 2018, Mixed Precision Training, ICLR, arXiv:1710.03740, section 3.2",
            List.of(),
            List.of(),
            settings -> HoldStill.SKIP);

    private NonFinitePolicies() {}

    /** Returns the list; a new policy is one more line here. */
    public static List<Entry<NonFinitePolicy>> all() {
        return List.of(FAIL, SKIP, RandomStepPolicy.ENTRY, ShrinkRecurrent.ENTRY);
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
