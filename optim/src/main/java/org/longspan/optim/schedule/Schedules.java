package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.Schedule;

/** Every schedule of the learning rate. */
public final class Schedules {

    private Schedules() {}

    /** Returns the list; a new schedule is one more line here. */
    public static List<Entry<Schedule>> all() {
        return List.of(
                Constant.ENTRY,
                ExponentialDecay.ENTRY,
                InverseTime.ENTRY,
                CosineDecay.ENTRY,
                StepDecay.ENTRY,
                LinearWarmUp.ENTRY);
    }

    /**
     * Returns the schedule of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<Schedule> named(String name) {
        return Entry.find("schedule", all(), name);
    }
}
