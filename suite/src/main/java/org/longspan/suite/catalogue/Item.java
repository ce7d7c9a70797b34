package org.longspan.suite.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.suite.text.Wording;

/**
 * One entry of a list, for display.
 *
 * @param name as spelled in a plan
 * @param summary one sentence
 * @param equation in the letters of the notation, one line per statement
 * @param citation of the source
 * @param settings the entry's settings
 * @param specialCases names in the same list that some setting of this entry reproduces
 * @param kin the entry in the same list of which this is a second form; empty for most
 * @param jar the jar that it comes from; empty for entries of this build
 */
public record Item(
        String name,
        String summary,
        String equation,
        String citation,
        List<Setting> settings,
        List<String> specialCases,
        Optional<String> kin,
        Optional<Path> jar) {

    public Item {
        summary = Wording.line(summary);
        citation = Wording.line(citation);
    }

    /** Returns the item of an entry in code. */
    public static Item of(Entry<?> entry) {
        return new Item(
                entry.name(),
                entry.summary(),
                entry.equation().strip().replaceAll(";\\s*", "\n"),
                entry.citation(),
                entry.settings(),
                entry.specialCases(),
                Optional.of(entry.kin()).filter(kin -> !kin.equals(entry.name())),
                Optional.empty());
    }

    /** Returns a copy that comes from {@code jar}. */
    Item from(Optional<Path> jar) {
        return new Item(name, summary, equation, citation, settings, specialCases, kin, jar);
    }
}
