package org.longspan.optim.schedule;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.MomentumSchedule;

/** Every schedule of the momentum. */
public final class MomentumSchedules {

    private MomentumSchedules() {}

    /** Returns the list; a new schedule is one more line here. */
    public static List<Entry<MomentumSchedule>> all() {
        return List.of(
                ConstantMomentum.ENTRY, AutoencoderMomentum.ENTRY, RecurrentMomentum.ENTRY, NesterovMomentum.ENTRY);
    }

    /**
     * Returns the schedule of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<MomentumSchedule> named(String name) {
        return Entry.find("momentum schedule", all(), name);
    }
}
