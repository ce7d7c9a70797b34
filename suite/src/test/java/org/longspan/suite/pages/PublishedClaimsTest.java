package org.longspan.suite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsMarkdown;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.figure.StandaloneSvg;
import org.longspan.reports.json.JsonReport;
import org.longspan.suite.stored.StoredFile;

/** The published claims: the pages are what their document says, or nothing is published. */
class PublishedClaimsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Path RESULTS = DOCS.resolve(ClaimsMarkdown.FOLDER);
    private static final Path PAGE = DOCS.resolve("claims.md");
    private static final long MOST_BYTES = 3_000_000;

    @Test
    void thePagesAreWhatTheDocumentSays() throws IOException {
        Path json = RESULTS.resolve("claims.json");
        if (Files.notExists(json)) {
            assertThat(PAGE).as("a page without its document").doesNotExist();
            assertThat(RESULTS).doesNotExist();
            return;
        }
        ClaimsDocument document = JsonReport.read(Files.readString(json), ClaimsDocument.class);

        new StoredFile(PAGE).holds(ClaimsMarkdown.of(document, pictured()));
        new StoredFile(DOCS.resolve("claims.svg"))
                .holds(StandaloneSvg.of(ClaimsMarkdown.overview(document, pictured())));
        new StoredFile(RESULTS.resolve("claims.html")).holds(ClaimsPage.html(document));
        assertThat(Files.size(RESULTS.resolve("trials.jsonl.gz"))).isBetween(1L, MOST_BYTES);
    }

    private static Set<String> pictured() throws IOException {
        try (Stream<Path> files = Files.list(RESULTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .map(name -> name.substring(0, name.length() - ".svg".length()))
                    .collect(Collectors.toSet());
        }
    }
}
