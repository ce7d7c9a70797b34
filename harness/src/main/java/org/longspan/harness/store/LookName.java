package org.longspan.harness.store;

import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.ProbeLook;

/**
 * What tells the looks at a trial from each other.
 *
 * @param probe name of the probe
 * @param moment as the plan calls it
 */
record LookName(String probe, String moment) {

    static LookName of(BriefLook look) {
        return new LookName(look.probe(), look.moment());
    }

    static LookName of(ProbeLook look) {
        return new LookName(look.probe(), look.moment());
    }
}
