package org.longspan.harness.fake;

import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;

/** Small plans over the fake methods. */
public final class Plans {

    private Plans() {}

    /** Returns a plan of two optimizers and three clippings on one model and task, of that tier and seed. */
    public static Plan of(String tier, long seed) {
        return read("tier: " + tier + "\nseed: " + seed + """

                models: [{cell: plain, hidden: 8}]
                tasks: [{family: recall, lengths: [3]}]
                budget: {updates: 40}
                """);
    }

    /** Reads a plan over the fake methods and tasks. */
    public static Plan read(String text) {
        return new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue()).read("test.yaml", text);
    }
}
