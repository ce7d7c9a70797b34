package org.longspan.method.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A generated project does not inherit from Longspan's parent pom, so it repeats the plugin versions. */
class PluginsTest {

    private static final Pattern PLUGIN = Pattern.compile(
            "<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>[0-9.]+</version>", Pattern.MULTILINE);

    @Test
    void theyAreThoseThatLongspanBuildsWith() throws IOException {
        List<String> ours = plugins(Files.readString(Path.of("../../pom.xml")));
        List<String> theirs = plugins(Files.readString(Path.of("src/main/resources/archetype-resources/pom.xml")));

        assertThat(theirs).hasSize(4).isSubsetOf(ours);
    }

    private static List<String> plugins(String pom) {
        return PLUGIN.matcher(pom)
                .results()
                .map(found -> found.group().replaceAll("\\s+", ""))
                .toList();
    }
}
