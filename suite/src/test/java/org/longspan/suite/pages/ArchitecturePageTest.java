package org.longspan.suite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} lists the packages that there are, and the families of tasks as one. */
class ArchitecturePageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SOURCES = Path.of("src/main/java/org/longspan");

    @Test
    void thePageListsEveryPackageOnce() throws IOException {
        assertThat(Page.read(ROOT.resolve("docs/architecture.md")).firstCells("Packages"))
                .containsExactlyInAnyOrderElementsOf(packages());
    }

    private static List<String> packages() throws IOException {
        List<String> packages = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(ROOT, 2)) {
            for (Path sources : folders.map(folder -> folder.resolve(SOURCES))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(sources)) {
                    files.filter(file -> file.endsWith("package-info.java"))
                            .map(file -> sources.relativize(file.getParent()).toString())
                            .map(name -> name.replace('/', '.').replaceFirst("^tasks\\..*", "tasks.*"))
                            .filter(name -> !packages.contains(name))
                            .forEach(packages::add);
                }
            }
        }
        return packages;
    }
}
