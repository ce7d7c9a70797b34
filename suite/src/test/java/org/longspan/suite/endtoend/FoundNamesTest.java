package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.store.StoredRun;
import org.longspan.probes.Probes;
import org.longspan.suite.code.Checkout;

/**
 * Probes name what they find, and reports ask for it by these names; they share no class, so that a name which only one
 * of them knows would be an empty figure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundNamesTest {

    /** A run that meets a cliff, with and without clipping, and a cell with two states. */
    private static final String PLAN = """
            tier: {settings: 1, blocks: 1}
            models:
              - {cell: tanh-rnn, hidden: 6, initialization: {name: sparse, spectral-radius: 1.6}}
              - {cell: lstm, hidden: 4}
            tasks: [{family: adding, variant: urnn, lengths: [30]}]
            optimizers: [{name: sgd, learning-rate: 0.2}]
            clippings: [none, {name: global-norm, threshold: 1, relative-to: absolute}]
            budget: {batch: 5, updates: 150}
            evaluation: {every: 50, validation: 50}
            probes: all
            """;

    private static final Pattern NUMBER = Pattern.compile("\\.number\\(\\s*\"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("\\.(?:table|byLag|logByLag|tables)\\(\\s*\"([^\"]+)\"");
    private static final Pattern COLUMN =
            Pattern.compile("(?:\\.column\\(|logByLag\\([^,()]+,|\\.line\\([^,()]+,)\\s*\"([^\"]+)\"");

    private String page;
    private final Set<String> numbers = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> columns = new LinkedHashSet<>();

    @BeforeAll
    void probe(@TempDir Path runs) throws IOException {
        Path plan = Files.writeString(runs.resolve("names.yaml"), PLAN);
        Spoken spoken = Spoken.by("run", plan, "--runs", runs);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        page = Files.readString(runs.resolve("names/report.html"));
        StoredRun.read(runs.resolve("names")).looks().forEach(record -> {
            if (record.look().finding() instanceof Measured found) {
                numbers.addAll(found.numbers().keySet());
                found.tables().forEach(this::take);
            }
        });
    }

    private void take(Table table) {
        tables.add(table.name());
        columns.addAll(table.columns().keySet());
    }

    @Test
    void everyProbeHasItsFigureInTheReportOfARun() {
        assertThat(Probes.names()).allSatisfy(probe -> assertThat(page).contains("id=\"" + probe + "-adding"));
    }

    @Test
    void everyNameThatReportsAskForIsOneThatAProbeGives() throws IOException {
        assertThat(asked(NUMBER))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(numbers)
                        .anyMatch(given -> name.endsWith(" ") ? given.startsWith(name) : given.equals(name)));
        assertThat(asked(TABLE)).isNotEmpty().isSubsetOf(tables);
        assertThat(asked(COLUMN)).isNotEmpty().isSubsetOf(columns);
    }

    /** Returns what stands in the place of a name in the sources of the figures and words. */
    private static List<String> asked(Pattern place) throws IOException {
        List<String> asked = new ArrayList<>();
        Path sources = Checkout.root().resolve("reports/src/main/java/org/longspan/reports/phenomena");
        try (Stream<Path> files = Files.list(sources)
                .filter(file -> !file.endsWith("UnitCliffFigure.java"))
                .sorted()) {
            for (Path file : files.toList()) {
                place.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(asked::add);
            }
        }
        return asked.stream().distinct().toList();
    }
}
