package org.longspan.tasks.images;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.catalogue.Settings;

class BadIdxTest {

    private static final byte[] IMAGES = Idxs.images(40, 28, 28);
    private static final byte[] LABELS = Idxs.labels(40);

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamed() {
        Settings files = Idxs.files(folder, IMAGES, LABELS).with("labels", "no-such.idx1");
        assertThatThrownBy(() -> Idxs.task("plain", 784, files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("file no-such.idx1 is not there, expected a file");
    }

    @Test
    void aTruncatedFileIsRefusedWithBothSizes() {
        refused(Arrays.copyOf(IMAGES, 15_000), LABELS, 784)
                .hasMessage("file " + folder.resolve("images.idx3")
                        + " has 14984 bytes after its head, expected 31360 for its 40 images: it is truncated");
        refused(IMAGES, Arrays.copyOf(LABELS, 5), 784)
                .hasMessage("file " + folder.resolve("labels.idx1")
                        + " has 5 bytes, expected an IDX file of labels, whose head alone has 8");
    }

    @Test
    void bytesAfterTheLastImageAreRefused() {
        refused(Arrays.copyOf(IMAGES, IMAGES.length + 1), LABELS, 784)
                .hasMessageEndingWith("has 31361 bytes after its head, expected 31360 for its 40 images");
    }

    @Test
    void anotherMagicNumberIsRefused() {
        refused(LABELS, LABELS, 784)
                .hasMessage("file " + folder.resolve("images.idx3")
                        + " begins with the magic number 0x00000801, expected 0x00000803: an IDX file of images");
        refused(IMAGES, IMAGES, 784)
                .hasMessage("file " + folder.resolve("labels.idx1")
                        + " begins with the magic number 0x00000803, expected 0x00000801: an IDX file of labels");
    }

    @Test
    void aHeadGoneWrongIsRefused() {
        byte[] none = Idxs.idx(0x803, new int[] {20, 0, 28}, new byte[0]);
        refused(none, LABELS, 784).hasMessageContaining("dimension 2 of its images is 0, expected from 1 to");
        int most = Integer.MAX_VALUE;
        byte[] huge = Idxs.idx(0x803, new int[] {most, most, most}, new byte[8]);
        refused(huge, LABELS, 784)
                .hasMessageContaining("has 8 bytes after its head, expected 9903520300447984150353281023");
    }

    @Test
    void asManyLabelsAsImagesAreExpected() {
        refused(IMAGES, Idxs.labels(39), 784)
                .hasMessage("file " + folder.resolve("labels.idx1") + " has 39 labels, expected as many as the 40"
                        + " images of the file " + folder.resolve("images.idx3"));
    }

    @Test
    void aLengthThatNoBlocksGiveIsRefusedWithThePossibleOnes() {
        refused(IMAGES, LABELS, 100)
                .hasMessage("file " + folder.resolve("images.idx3") + " has images of 28 x 28 pixels, which have no"
                        + " length 100, expected one of 784, 196, 49, 16, 4, 1");
    }

    @Test
    void tooFewImagesForFourPartsAreRefused() {
        refused(Idxs.images(39, 28, 28), Idxs.labels(39), 784)
                .hasMessageContaining("has 39 images, expected at least 40");
    }

    @Test
    void imagesOfOneClassAreRefused() {
        byte[] labels = Idxs.idx(0x801, new int[] {40}, new byte[40]);
        refused(IMAGES, labels, 784).hasMessageContaining("labels.idx1 has one and the same class in its first 90 %");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] images, byte[] labels, int length) {
        Settings files = Idxs.files(folder, images, labels);
        return assertThatThrownBy(() -> Idxs.task("plain", length, files)).isInstanceOf(IllegalArgumentException.class);
    }
}
