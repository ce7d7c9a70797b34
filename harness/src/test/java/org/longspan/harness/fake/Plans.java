package org.longspan.harness.fake;

import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;

/** Small plans that use the fake methods. */
public final class Plans {

    private Plans() {}

    /** Returns a plan with two optimizers, three clippings, one model and one task, for that tier and seed. */
    public static Plan of(String tier, long seed) {
        return read("tier: " + tier + "\nseed: " + seed + """

                models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3]}]
                budget: {updates: 40}
                """);
    }

    /** Reads a plan that uses the fake methods and tasks. */
    public static Plan read(String text) {
        return read(FakeMethods.catalogue(), text);
    }

    /** Reads a plan that uses these methods and the fake tasks. */
    public static Plan read(MethodCatalogue methods, String text) {
        return new PlanReader(methods, FakeTasks.catalogue()).read("test.yaml", text);
    }
}
