package org.longspan.tasks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;

/** Images whose test part is a set of its own, as that of MNIST. */
class OwnTestTest {

    private static final int ITEMS = 40;
    private static final int TEST_ITEMS = 3;

    @TempDir
    private Path folder;

    @Test
    void theTestIsTheOtherSetAndTheLastTenthIsValidationAndConfirmation() {
        SequenceTask task = Idxs.task("plain", 24, both(ITEMS));
        assertThat(labels(task, Split.TRAIN)).hasSize(36).allMatch(label -> label < 36);
        assertThat(labels(task, Split.VALIDATION)).containsExactly(36, 37);
        assertThat(labels(task, Split.CONFIRMATION)).containsExactly(38, 39);
        assertThat(labels(task, Split.TEST)).containsExactly(40, 41, 42);
        assertThat(task.description().outputs()).isEqualTo(43);
        assertThat(task.description().files()).containsOnlyKeys("images", "labels", "test-images", "test-labels");
    }

    @Test
    void trainingIsTheSameWithAndWithoutIt() {
        BatchBuffer own = filled(Idxs.task("plain", 24, both(0)), Split.TRAIN);
        BatchBuffer cut = filled(Idxs.task("plain", 24, training()), Split.TRAIN);
        assertThat(own.inputs()).containsExactly(cut.inputs());
        assertThat(Idxs.task("plain", 24, both(0)).description().standing())
                .isEqualTo(Idxs.task("plain", 24, training()).description().standing());
    }

    @Test
    void aClassThatTrainingLacksIsWarnedOf() {
        assertThat(Idxs.task("plain", 24, both(0)).warnings())
                .containsExactly("4 of the classes of the file labels.idx1 and test-labels.idx1 are in validation,"
                        + " confirmation or test and not in training, so no network can learn them: class 36 (once),"
                        + " class 37 (once), class 38 (once), class 39 (once)");
        assertThat(Idxs.task("plain", 24, Idxs.files(folder, images(40, 0), Idxs.labels(40)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void oneFileWithoutTheOtherIsRefused() {
        assertThatThrownBy(() -> Idxs.task("plain", 24, both(0).with("test-labels", "")))
                .hasMessage("the setting test-labels is missing, expected the path of a file");
        assertThatThrownBy(() -> Idxs.task("plain", 24, both(0).with("test-images", "")))
                .hasMessage("the setting test-images is missing, expected the path of a file");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Settings other = Idxs.withTest(folder, training(), Idxs.images(3, 6, 4), Idxs.labels(3));
        assertThatThrownBy(() -> Idxs.task("plain", 24, other))
                .hasMessage(
                        "file " + folder.resolve("test-images.idx3") + " has images of 6 x 4 pixels, expected 4 x 6 as"
                                + " in the file " + folder.resolve("images.idx3"));
    }

    private Settings training() {
        return Idxs.files(folder, images(ITEMS, 0), numbered(ITEMS, 0));
    }

    /** The labels of the test begin at {@code first}. */
    private Settings both(int first) {
        return Idxs.withTest(folder, training(), images(TEST_ITEMS, first), numbered(TEST_ITEMS, first));
    }

    private static byte[] images(int items, int first) {
        byte[] pixels = new byte[items * 24];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (first + i);
        }
        return Idxs.idx(0x803, new int[] {items, 4, 6}, pixels);
    }

    private static byte[] numbered(int items, int first) {
        byte[] labels = new byte[items];
        for (int i = 0; i < items; i++) {
            labels[i] = (byte) (first + i);
        }
        return Idxs.idx(0x801, new int[] {items}, labels);
    }

    private static Set<Integer> labels(SequenceTask task, Split split) {
        BatchBuffer batch = filled(task, split);
        Set<Integer> labels = new TreeSet<>();
        for (int b = 0; b < batch.sequences(); b++) {
            labels.add(PixelByPixelTest.label(batch, b));
        }
        return labels;
    }

    private static BatchBuffer filled(SequenceTask task, Split split) {
        return PixelByPixelTest.filled(task, split, 500);
    }
}
