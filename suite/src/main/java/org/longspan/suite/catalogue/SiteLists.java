package org.longspan.suite.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.site.SiteCatalogue;
import org.longspan.reports.site.SiteCatalogue.Entry;
import org.longspan.reports.site.SiteCatalogue.Listed;
import org.longspan.suite.text.Wording;

/** All lists, as the page of a site prints them. */
public final class SiteLists {

    private SiteLists() {}

    /** Returns the lists of a catalogue under a version of Longspan. Of jars from outside only the names are said. */
    public static SiteCatalogue of(Catalogue catalogue, String version) {
        return new SiteCatalogue(
                version, catalogue.sections().stream().map(SiteLists::listed).toList());
    }

    private static Listed listed(Section section) {
        return new Listed(
                section.name(),
                section.introduction(),
                section.items().stream().map(SiteLists::entry).toList());
    }

    private static Entry entry(Item item) {
        return new Entry(
                item.name(),
                item.summary(),
                item.equation().strip(),
                item.citation(),
                item.settings().stream().map(SiteLists::fact).toList(),
                besides(item));
    }

    private static Fact fact(Setting setting) {
        String tuned = setting.search().isPresent() ? "; tuned over " + SettingDescription.search(setting) : "";
        return new Fact(
                setting.name(),
                SettingDescription.standard(setting) + " (" + SettingDescription.valid(setting) + tuned + "). "
                        + Wording.line(setting.meaning()));
    }

    private static List<String> besides(Item item) {
        List<String> besides = new ArrayList<>();
        if (!item.specialCases().isEmpty()) {
            besides.add("Special cases: " + String.join(", ", item.specialCases()) + ".");
        }
        item.kin().ifPresent(kin -> besides.add("Kin of " + kin + ": both meet the same draws and data."));
        item.jar().ifPresent(jar -> besides.add("From the jar " + jar.getFileName() + "."));
        return besides;
    }
}
