package org.longspan.optim.clip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Site;

/** The setting that names the site at which a scheme rewrites the back-propagated signal. */
final class SiteSetting {

    private static final String NAME = "site";

    private static final Setting SETTING = new Setting.Word(
            NAME,
            "which cotangent is clipped: of the hidden state, of an LSTM's cell, of the pre-activations",
            word(Site.HIDDEN),
            Arrays.stream(Site.values()).map(SiteSetting::word).toList());

    private SiteSetting() {}

    /** The settings of a scheme with a site. */
    static List<Setting> with(List<Setting> others) {
        return Stream.concat(others.stream(), Stream.of(SETTING)).toList();
    }

    static Site from(Settings settings) {
        return Site.valueOf(settings.word(NAME).toUpperCase(Locale.ROOT));
    }

    private static String word(Site site) {
        return site.name().toLowerCase(Locale.ROOT);
    }
}
