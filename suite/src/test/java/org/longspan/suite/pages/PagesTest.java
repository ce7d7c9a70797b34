package org.longspan.suite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the documentation have no dead links. */
class PagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeadingThatExist(Path page) {
        assertThat(deadLinks(page)).as("dead links of %s", page).isEmpty();
    }

    @Test
    void theEntryPageLeadsToEveryPage() throws IOException {
        List<Path> reached = Page.read(ROOT.resolve("docs/index.md")).links().stream()
                .map(link -> ROOT.resolve("docs")
                        .resolve(link.replaceFirst("#.*", ""))
                        .normalize())
                .toList();

        assertThat(pages())
                .filteredOn(page -> page.getParent().endsWith("docs") && !page.endsWith("index.md"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(reached).contains(page));
    }

    @Test
    void theListOfDecisionsHoldsEachOfThem() throws IOException {
        List<String> listed = Page.read(ROOT.resolve("docs/adr/README.md")).links();

        try (Stream<Path> decisions = Files.list(ROOT.resolve("docs/adr"))) {
            assertThat(decisions.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void aDeadLinkIsFound(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, """
                # A page
                [none](none.md), [here](#a-page), [there](#there), [itself](page.md#a-page)
                ```
                [code](code.md)
                ```
                """);

        assertThat(deadLinks(page)).containsExactly("none.md", "#there");
    }

    private static List<String> deadLinks(Path page) {
        return Page.read(page).links().stream()
                .filter(link -> !link.startsWith("https://"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path);
        return Files.exists(target) && (hash < 0 || Page.read(target).anchors().contains(link.substring(hash + 1)));
    }
}
