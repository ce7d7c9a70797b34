package org.longspan.optim.clip;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;

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
                ClipSignalByNorm.ENTRY,
                ClipByBlockRms.ENTRY,
                AdaptiveClipping.ENTRY,
                AutoClip.ENTRY,
                ZClip.ENTRY,
                Normalize.ENTRY,
                SoftClipByNorm.ENTRY,
                SoftClipByValue.ENTRY,
                RandomStep.ENTRY,
                DivideByLength.ENTRY,
                ClipByExampleNorm.ENTRY);
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
