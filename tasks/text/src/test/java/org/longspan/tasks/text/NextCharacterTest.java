package org.longspan.tasks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.Targets;
import org.longspan.testkit.ChiSquare;
import org.longspan.testkit.DataDigest;

class NextCharacterTest {

    @TempDir
    private Path folder;

    /** In a file whose i-th character has symbol i, a window shows where it was cut. */
    @ParameterizedTest
    @CsvSource({"TRAIN, 0, 900", "VALIDATION, 900, 925", "CONFIRMATION, 925, 950", "TEST, 950, 1000"})
    void aWindowIsAStretchOfItsPartAndTheTargetIsTheNextCharacter(Split split, int first, int end) {
        SequenceTask task = places(1000, 5);
        for (int[] window : windows(task, split, 2000)) {
            for (int t = 0; t <= 5; t++) {
                assertThat(window[t]).isEqualTo(window[0] + t).isBetween(first, end - 1);
            }
        }
    }

    @Test
    void everyPlaceOfThePartIsEquallyProbable() {
        long[] places = new long[45]; // of 50 characters, windows of 5 and the one after
        for (int[] window : windows(places(1000, 5), Split.TEST, 20_000)) {
            places[window[0] - 950]++;
        }
        assertThat(ChiSquare.deviate(places)).isBetween(-4.0, 4.0);
    }

    @Test
    void aPartWithRoomForOneWindowGivesThatOne() {
        assertThat(List.of(windows(places(240, 5), Split.VALIDATION, 10))).allMatch(window -> window[0] == 216);
    }

    @Test
    void everyStepIsReadOutWithInformation() {
        BatchBuffer batch = new BatchBuffer(places(1000, 5).description(), 3);
        batch.fill(places(1000, 5), Split.TRAIN, 0, 0, 3);
        for (int t = 0; t < 5; t++) {
            assertThat(batch.readOuts(t)).isEqualTo(3);
            assertThat(batch.isInformative(t, 2)).isTrue();
        }
    }

    /** Two of three characters are a: 2/3 ln 3/2 + 1/3 ln 3 nats, 0.9183 bits. */
    @Test
    void chanceIsTheEntropyOfSingleCharactersInTheTrainingPart() {
        SequenceTask task = Texts.task(Texts.file(folder, "aab".repeat(300) + "b".repeat(100)), 5);
        Standing.Open standing = (Standing.Open) task.description().standing();
        assertThat(standing.chance()).isCloseTo(2.0 / 3 * Math.log(1.5) + Math.log(3) / 3, within(1e-12));
        assertThat(standing.chanceMeaning())
                .isEqualTo("entropy of the training part's characters, 0.9183 bits a character");
    }

    @Test
    void aTrialKnowsTheContentAndNotThePath() {
        String text = Texts.letters(400);
        SequenceTask task = Texts.task(Texts.file(folder, text), 5);
        assertThat(task.description().files()).hasSize(1);
        assertThat(task.description().files().get("file")).matches("sha256 [0-9a-f]{64}, 400 bytes");
        assertThat(task.description().toString()).doesNotContain(folder.toString());
    }

    @Test
    void aPackedFileGivesTheSameSequences() throws IOException {
        byte[] text = Texts.letters(400).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        String plain = DataDigest.of(Texts.task(Texts.file(folder, text), 5));
        assertThat(DataDigest.of(Texts.task(Texts.file(folder, packed.toByteArray()), 5)))
                .isEqualTo(plain);
    }

    @Test
    void theDataAreTheSameInEveryVersionAndOnEveryMachine() {
        assertThat(DataDigest.of(Texts.task(Texts.file(folder, Texts.letters(2000)), 40)))
                .isEqualTo("fe476c77");
    }

    @Test
    void aCharacterThatTrainingLacksIsWarnedOf() {
        String known = Texts.letters(990);
        assertThat(Texts.task(Texts.file(folder, known + "jihgfedcba"), 5).warnings())
                .isEmpty();
        assertThat(Texts.task(Texts.file(folder, known + "zihgf dcba"), 5).warnings())
                .containsExactly(
                        "2 of the characters of the file book.txt are in validation, confirmation or test and not in"
                                + " training, so no network can learn them: U+0020 (once), z U+007A (once)");
    }

    /** Returns windows of T + 1 symbols: the inputs, and the last target; checks that targets and inputs agree. */
    private static int[][] windows(SequenceTask task, Split split, int count) {
        BatchBuffer batch = new BatchBuffer(task.description(), count);
        batch.fill(task, split, 3, 0, count);
        int length = task.description().length();
        int[] classes = ((Targets.Classes) batch.targets()).classes();
        int[][] windows = new int[count][length + 1];
        for (int b = 0; b < count; b++) {
            for (int t = 0; t < length; t++) {
                windows[b][t] = oneHot(batch, t, b);
                windows[b][t + 1] = classes[t * count + b];
            }
            for (int t = 1; t < length; t++) {
                assertThat(classes[(t - 1) * count + b]).isEqualTo(oneHot(batch, t, b));
            }
        }
        return windows;
    }

    private static int oneHot(BatchBuffer batch, int t, int b) {
        int at = (t * batch.capacity() + b) * batch.inputWidth();
        int hot = -1;
        for (int i = 0; i < batch.inputWidth(); i++) {
            if (batch.inputs()[at + i] != 0) {
                assertThat(hot).isEqualTo(-1);
                assertThat(batch.inputs()[at + i]).isEqualTo(1f);
                hot = i;
            }
        }
        return hot;
    }

    private SequenceTask places(int characters, int length) {
        Path file = Texts.file(folder, Texts.different(characters));
        return Texts.task(length, Settings.NONE.with("file", file.toString()).with("symbols", (double) characters));
    }
}
