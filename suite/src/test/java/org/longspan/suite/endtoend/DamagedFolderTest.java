package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's folder that is damaged anywhere is refused in one sentence, or read without loss, or the loss is said. */
class DamagedFolderTest {

    private static final int DAMAGES = 300;
    private static final int REPORTED_EVERY = 3; // no divisor of the number of kinds
    private static final int RESUMED_EVERY = 23;
    private static final String JSONL = "results.jsonl";
    private static final String TRIALS = "run.trials";
    private static final List<String> FILES = List.of(JSONL, TRIALS, "run.json");

    @TempDir
    private static Path runs;

    private static String whole;

    private record Kind(String file, BiFunction<Damage, byte[], byte[]> damage) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(JSONL, Damage::flippedDigit),
            new Kind(JSONL, Damage::deletedByte),
            new Kind(JSONL, Damage::lines),
            new Kind(JSONL, Damage::otherValue),
            new Kind(JSONL, Damage::carriageReturns),
            new Kind(JSONL, Damage::truncated),
            new Kind(JSONL, Damage::withoutLastLineFeed),
            new Kind(JSONL, Damage::withoutLineFeeds),
            new Kind(JSONL, Damage::renamedKey),
            new Kind(JSONL, (damage, file) -> damage.overwrittenBy(file, 0)),
            new Kind(JSONL, (damage, file) -> damage.overwrittenBy(file, '\r')),
            new Kind(TRIALS, Damage::flippedDigit),
            new Kind(TRIALS, Damage::deletedByte),
            new Kind(TRIALS, Damage::lines),
            new Kind(TRIALS, Damage::carriageReturns),
            new Kind(TRIALS, Damage::truncated),
            new Kind(TRIALS, Damage::withoutLastLineFeed),
            new Kind(TRIALS, Damage::withoutLineFeeds),
            new Kind(TRIALS, (damage, file) -> damage.overwrittenBy(file, 0)),
            new Kind("run.json", Damage::flippedDigit),
            new Kind("run.json", Damage::deletedByte),
            new Kind("run.json", Damage::otherValue),
            new Kind("run.json", Damage::otherValue),
            new Kind("run.json", Damage::truncated),
            new Kind("run.json", Damage::renamedKey),
            new Kind("run.json", (damage, file) -> damage.overwrittenBy(file, 0)));

    @BeforeAll
    static void runOnce() {
        Runs.run(runs);
        whole = Runs.canonical(runs);
    }

    @Test
    void everyDamageIsRefusedOrHarmlessOrSaid(@TempDir Path damaged) throws IOException {
        Damage damage = new Damage(13);
        Files.createDirectories(Runs.folder(damaged));
        for (int i = 0; i < DAMAGES; i++) {
            Kind kind = KINDS.get(i % KINDS.size());
            for (String file : FILES) {
                Files.copy(Runs.folder(runs).resolve(file), fresh(damaged, file));
            }
            byte[] bytes = kind.damage()
                    .apply(damage, Files.readAllBytes(Runs.folder(runs).resolve(kind.file())));
            Files.write(Runs.folder(damaged).resolve(kind.file()), bytes);

            String what = "damage " + i + " of " + kind.file();
            assertHonest(what, Spoken.by("results", Runs.folder(damaged), "--canonical"));
            if (i % REPORTED_EVERY == 0) {
                assertOneSentenceOrNone(what, Spoken.by("report", Runs.folder(damaged)));
            }
            if (i % RESUMED_EVERY == 0) {
                Spoken again = Runs.run(damaged);
                assertOneSentenceOrNone(what, again);
                if (again.code() == 0 && !saysUnchecked(again)) {
                    assertThat(Runs.canonical(damaged)).as(what).isEqualTo(whole);
                }
            }
        }
    }

    private static Path fresh(Path runs, String file) throws IOException {
        Path path = Runs.folder(runs).resolve(file);
        Files.deleteIfExists(path);
        return path;
    }

    private static void assertHonest(String what, Spoken spoken) {
        assertOneSentenceOrNone(what, spoken);
        if (spoken.code() != 0 || spoken.out().equals(whole)) {
            return;
        }
        Set<String> all = new HashSet<>(whole.lines().toList());
        List<String> rest = spoken.out().lines().toList();
        if (!saysUnchecked(spoken)) {
            assertThat(rest).as(what).doesNotHaveDuplicates().isSubsetOf(all);
        }
        if (rest.size() != all.size() || !saysUnchecked(spoken)) {
            assertThat(spoken.err())
                    .as(what)
                    .contains((all.size() - rest.size()) + " of " + all.size() + " planned trial");
        }
    }

    /** Another value passes in a line or manifest without a check, as older versions wrote them. */
    private static boolean saysUnchecked(Spoken spoken) {
        return spoken.err().contains(" no check of ");
    }

    private static void assertOneSentenceOrNone(String what, Spoken spoken) {
        assertThat(spoken.code()).as(what + ": " + spoken.err()).isIn(0, 2);
        assertThat(spoken.err()).as(what).doesNotContain("\tat ", "Exception", "an error in Longspan", "org.longspan");
        if (spoken.code() == 2) {
            assertThat(spoken.err().lines().filter(line -> line.startsWith("longspan: ")))
                    .as(what)
                    .hasSize(1);
        }
    }
}
