package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.finding.Citation;
import org.longspan.reports.summary.ArrangedRun;

/** How a run is cited. */
class CitationTest {

    private static final SyntheticRun RUN = SyntheticRun.of(Fate.PLAUSIBLE, 1, 1, "smoke", 2, 1);
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void theDigestIsTheSha256OfTheCanonicalLinesSortedById() throws Exception {
        String lines = RUN.results().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .map(stored -> RecordJson.canonicalLine(stored) + "\n")
                .collect(Collectors.joining());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        List<StoredResult> reversed = new ArrayList<>(RUN.results());
        Collections.reverse(reversed);
        assertThat(ResultsDigest.of(reversed)).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void aPlanWithAHeadIsCitedByIt() {
        List<Author> authors = List.of(new Author("Ada Lovelace", "Nowhere"), new Author("Babbage, Charles", ""));
        Citation citation = citation(new PlanHead("Clipping & cliffs: 10 %", authors, "10.5281/zenodo.1_2"));
        assertThat(citation.bibtex()).isEqualTo("""
                        @misc{smoke-01234567,
                          author = {Ada Lovelace and Babbage, Charles},
                          title = {{Clipping \\& cliffs: 10 \\%}},
                          year = {YEAR},
                          doi = {10.5281/zenodo.1_2},
                          url = {https://doi.org/10.5281/zenodo.1_2},
                          note = {Results of the plan smoke under root seed 0, made with Longspan 0.1.0 (commit \
                        0123456789ab). SHA-256 of the results: DIGEST}
                        }
                        """.replace("YEAR", year(citation))
                .replace("DIGEST", DIGEST)
                .replace("seed 0", seed()));
        assertThat(citation.sentence())
                .isEqualTo("Ada Lovelace; Babbage, Charles (" + year(citation)
                        + "). Clipping & cliffs: 10 %. Results of"
                        + " the plan smoke under root " + seed() + ", made with Longspan 0.1.0 (commit 0123456789ab)."
                        + " https://doi.org/10.5281/zenodo.1_2. SHA-256 of the results: " + DIGEST + ".");
    }

    @Test
    void aPlanWithoutAHeadIsCitedByItsName() {
        Citation citation = citation(PlanHead.NONE);
        assertThat(citation.bibtex())
                .contains("title = {{Longspan: the plan smoke under root " + seed() + "}}")
                .doesNotContain("author", "doi");
        assertThat(citation.sentence()).startsWith("(" + year(citation) + "). Longspan: the plan smoke under root ");
    }

    /** BibTeX counts braces even behind a backslash, and splits names at "and". */
    @Test
    void aBibliographyReadsWhatATitleOrANameHolds() {
        List<Author> authors = List.of(new Author("Salt and Pepper Group", ""), new Author("others", ""));
        String entry = citation(new PlanHead("}{ \\ ~^_#$", authors, "")).bibtex();
        assertThat(entry)
                .contains("author = {{Salt and Pepper Group} and {others}}")
                .contains("\\textbraceright{}\\textbraceleft{} \\textbackslash{} \\textasciitilde{}"
                        + "\\textasciicircum{}\\_\\#\\$");
        int depth = 0;
        for (char c : entry.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
    }

    private static Citation citation(PlanHead head) {
        return Citation.of(ArrangedRun.of(RUN.with("head", head).manifest(), RUN.results()), DIGEST);
    }

    /** The year in which the results of synthetic runs say that they were made. */
    private static String year(Citation citation) {
        String earliest = RUN.results().stream()
                .map(stored -> stored.circumstances().started())
                .min(String::compareTo)
                .orElseThrow();
        assertThat(citation.year()).contains(Integer.valueOf(earliest.substring(0, 4)));
        return earliest.substring(0, 4);
    }

    private static String seed() {
        return "seed " + RUN.manifest().rules().seed();
    }
}
