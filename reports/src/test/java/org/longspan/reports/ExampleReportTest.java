package org.longspan.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/example-report.html}, which {@code report runs/quick --page docs/example-report.html} makes. */
class ExampleReportTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern TIP = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern ABSOLUTE = Pattern.compile("(?<![\\w.:/])/(tmp|root|home|work|Users|opt|mnt)/\\S*");

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(DOCS.resolve("example-report.html"));
    }

    @Test
    void itTakesLessThanTwoMegabytes() throws IOException {
        assertThat(Files.size(DOCS.resolve("example-report.html"))).isLessThan(2_000_000);
    }

    @Test
    void itNamesNoPlaceOfTheMachineThatMadeIt() {
        assertThat(ABSOLUTE.matcher(page).results().map(found -> found.group())).isEmpty();
        assertThat(page).contains("longspan replay runs/quick");
    }

    @Test
    void itIsOfTheRunWhosePicturesTheOtherPagesShow() throws IOException {
        List<String> tips = TIP.matcher(Files.readString(DOCS.resolve("report.svg")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(tips)
                .hasSizeGreaterThan(300)
                .allSatisfy(tip -> assertThat(page.contains(tip)).as(tip).isTrue());
    }
}
