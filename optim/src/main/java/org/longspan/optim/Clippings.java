package org.longspan.optim;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.clip.ClipByBlockNorm;
import org.longspan.optim.clip.ClipByGlobalNorm;
import org.longspan.optim.clip.ClipByValue;
import org.longspan.optim.clip.ClipSignalByNorm;
import org.longspan.optim.clip.ClipSignalByValue;
import org.longspan.optim.clip.NoClipping;

/** Every clipping scheme, in the order of a report. */
public final class Clippings {

    private Clippings() {}

    /** Returns the list; a new scheme is one more line here. */
    public static List<Entry<ClippingScheme>> all() {
        return List.of(
                NoClipping.ENTRY,
                ClipByValue.ENTRY,
                ClipByGlobalNorm.ENTRY,
                ClipByBlockNorm.ENTRY,
                ClipSignalByValue.ENTRY,
                ClipSignalByNorm.ENTRY);
    }

    /**
     * Returns the scheme of that name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static Entry<ClippingScheme> named(String name) {
        return Entry.find("clipping", all(), name);
    }
}
