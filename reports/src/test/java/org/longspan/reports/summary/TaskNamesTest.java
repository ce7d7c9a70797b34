package org.longspan.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.catalogue.Settings;

/** Lengths of one task share its name; tasks that differ in anything else have different ones. */
class TaskNamesTest {

    @Test
    void lengthsShareTheirName() {
        assertThat(names(latch(1, 6), latch(1, 12))).containsExactly("latch/forms", "latch/forms");
    }

    @Test
    void aSettingThatDiffersStandsInTheName() {
        assertThat(names(latch(1, 6), latch(3, 6), latch(3, 12)))
                .containsExactly("latch/forms informative 1", "latch/forms informative 3", "latch/forms informative 3");
    }

    @Test
    void aFileStandsInTheNameByItsHash() {
        TaskChoice text =
                new TaskChoice("text", "next", 6, Settings.NONE, Map.of("file", "sha256 0123abcd45, 5 bytes"));
        assertThat(names(text, latch(1, 6))).containsExactly("text/next/0123abcd", "latch/forms");
    }

    private static TaskChoice latch(double informative, int length) {
        Settings settings = Settings.NONE.with("informative", informative).with("noise", 0.5);
        return new TaskChoice("latch", "forms", length, settings, Map.of());
    }

    private static List<String> names(TaskChoice... tasks) {
        return List.copyOf(TaskNames.of(List.of(tasks)).values());
    }
}
