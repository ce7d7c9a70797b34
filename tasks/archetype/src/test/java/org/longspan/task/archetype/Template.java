package org.longspan.task.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the archetype, filled in for the family that docs/adding-a-task.md makes. */
final class Template {

    private static final Path TEMPLATES = Path.of("src/main/resources/archetype-resources");

    private Template() {}

    static String filled(String file) throws IOException {
        return Files.readString(TEMPLATES.resolve(file))
                .replace("${package}", "org.example.firstsymbol")
                .replace("${className}", "FirstSymbol")
                .replace("${family}", "first-symbol");
    }
}
