package org.longspan.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
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

class PixelByPixelTest {

    private static final int ITEMS = 40;

    @TempDir
    private Path folder;

    /** Image i is i everywhere but for its pixel p, which adds p; its label is i too. */
    private Settings numbered() {
        byte[] pixels = new byte[ITEMS * 24];
        byte[] labels = new byte[ITEMS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (100 + i / 24 + i % 24);
        }
        for (int i = 0; i < ITEMS; i++) {
            labels[i] = (byte) i;
        }
        return Idxs.files(
                folder, Idxs.idx(0x803, new int[] {ITEMS, 4, 6}, pixels), Idxs.idx(0x801, new int[] {ITEMS}, labels));
    }

    @ParameterizedTest
    @CsvSource({"TRAIN, 0, 36", "VALIDATION, 36, 37", "CONFIRMATION, 37, 38", "TEST, 38, 40"})
    void pixelsComeRowByRowFromAnImageOfThePartAndItsClassIsAskedForAtTheEnd(Split split, int first, int end) {
        SequenceTask task = Idxs.task("plain", 24, numbered());
        BatchBuffer batch = filled(task, split, 500);
        for (int b = 0; b < 500; b++) {
            int label = label(batch, b);
            assertThat(label).isBetween(first, end - 1);
            assertThat(batch.readOutsOf(b)).isOne();
            for (int t = 0; t < 24; t++) {
                assertThat(batch.inputs()[t * 500 + b]).isCloseTo((100 + label + t) / 255f, within(1e-7f));
            }
        }
    }

    @Test
    void everyImageOfThePartIsEquallyProbable() {
        BatchBuffer batch = filled(Idxs.task("plain", 24, numbered()), Split.TRAIN, 20_000);
        long[] counts = new long[36];
        for (int b = 0; b < 20_000; b++) {
            counts[label(batch, b)]++;
        }
        assertThat(ChiSquare.deviate(counts)).isBetween(-4.0, 4.0);
    }

    /** A block of two by two holds p, p + 1, p + 6, p + 7: its mean is p + 3.5. */
    @Test
    void aShorterLengthAveragesBlocks() {
        BatchBuffer batch = filled(Idxs.task("plain", 6, numbered()), Split.TRAIN, 20);
        int[] corners = {0, 2, 4, 12, 14, 16};
        for (int b = 0; b < 20; b++) {
            for (int t = 0; t < 6; t++) {
                assertThat(batch.inputs()[t * 20 + b])
                        .isCloseTo((100 + label(batch, b) + corners[t] + 3.5f) / 255, within(1e-6f));
            }
        }
    }

    @Test
    void permutedMeansTheSamePixelsInOneOrderForAllImages() {
        Settings files = numbered();
        BatchBuffer plain = filled(Idxs.task("plain", 24, files), Split.TRAIN, 50);
        BatchBuffer permuted = filled(Idxs.task("permuted", 24, files), Split.TRAIN, 50);
        int[] order = IntStream.range(0, 24)
                .map(t -> Math.round(permuted.inputs()[t * 50] * 255) - 100 - label(permuted, 0))
                .toArray();
        assertThat(Arrays.stream(order).sorted())
                .containsExactly(IntStream.range(0, 24).boxed().toArray(Integer[]::new));
        assertThat(order).isNotEqualTo(IntStream.range(0, 24).toArray());
        for (int b = 0; b < 50; b++) {
            assertThat(label(permuted, b)).isEqualTo(label(plain, b));
            for (int t = 0; t < 24; t++) {
                assertThat(permuted.inputs()[t * 50 + b]).isEqualTo(plain.inputs()[order[t] * 50 + b]);
            }
        }
    }

    /** Of 36 training images 24 are of class 0, so the other third is wrong. */
    @Test
    void chanceIsTheEntropyOfTheTrainingPartsClasses() {
        byte[] labels = new byte[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            labels[i] = (byte) (i < 36 && i % 3 < 2 ? 0 : 5);
        }
        Settings files = Idxs.files(folder, Idxs.images(ITEMS, 4, 6), Idxs.idx(0x801, new int[] {ITEMS}, labels));
        SequenceTask task = Idxs.task("plain", 24, files);
        Standing.Open standing = (Standing.Open) task.description().standing();
        assertThat(standing.chance()).isCloseTo(2.0 / 3 * Math.log(1.5) + Math.log(3) / 3, within(1e-12));
        assertThat(standing.chanceMeaning())
                .isEqualTo(
                        "entropy of the training part's classes; always naming the most frequent is wrong in 33.33 %");
        assertThat(task.description().outputs()).isEqualTo(6);
    }

    @Test
    void bothFilesAreKnownByTheirContent() {
        SequenceTask task = Idxs.task("plain", 24, numbered());
        assertThat(task.description().files()).containsOnlyKeys("images", "labels");
        assertThat(task.description().files().get("images")).endsWith(", 976 bytes");
        assertThat(task.description().files().get("labels")).endsWith(", 48 bytes");
    }

    @ParameterizedTest
    @CsvSource({"plain, 36918526", "permuted, 5927ee46"})
    void theDataAreTheSameInEveryVersionAndOnEveryMachine(String variant, String digest) {
        assertThat(DataDigest.of(Idxs.task(variant, 24, numbered()))).isEqualTo(digest);
    }

    static BatchBuffer filled(SequenceTask task, Split split, int count) {
        BatchBuffer batch = new BatchBuffer(task.description(), count);
        batch.fill(task, split, 0, 0, count);
        return batch;
    }

    static int label(BatchBuffer batch, int b) {
        return ((Targets.Classes) batch.targets()).classes()[(batch.steps() - 1) * batch.capacity() + b];
    }
}
