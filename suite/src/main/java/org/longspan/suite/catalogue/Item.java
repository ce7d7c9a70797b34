package org.longspan.suite.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/**
 * One entry of a list, whatever it makes.
 *
 * @param name as a plan spells it
 * @param summary one sentence
 * @param equation in the letters of the notation, a line for each statement
 * @param citation of the source
 * @param settings what can be set
 * @param specialCases names in the same list that it becomes at some value of its settings
 * @param jar where it comes from, if it is none of this build's
 */
public record Item(
        String name,
        String summary,
        String equation,
        String citation,
        List<Setting> settings,
        List<String> specialCases,
        Optional<Path> jar) {

    /** Returns what an entry of a list in code says of itself. */
    public static Item of(Entry<?> entry) {
        return new Item(
                entry.name(),
                entry.summary(),
                entry.equation().strip().replaceAll(";\\s*", "\n"),
                entry.citation(),
                entry.settings(),
                entry.specialCases(),
                Optional.empty());
    }

    /** Returns this entry as one of a jar. */
    Item from(Optional<Path> jar) {
        return new Item(name, summary, equation, citation, settings, specialCases, jar);
    }
}
