package org.longspan.tasks.images;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.DataFile;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Images pixel by pixel; {@code {family: images, images: a.idx3, labels: b.idx1, lengths: [784]}}. */
public final class ImagesProvider implements TaskProvider {

    static final String NAME = "images";
    static final String IMAGES = "images";
    static final String LABELS = "labels";
    static final String TEST_IMAGES = "test-images";
    static final String TEST_LABELS = "test-labels";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Reads an image one pixel a step and classifies it at the end.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(PixelByPixel.PLAIN, PixelByPixel.PERMUTED);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting.File(IMAGES, "The images, an IDX file of unsigned bytes; it may be packed by gzip."),
                new Setting.File(LABELS, "Their classes, an IDX file of as many; it may be packed by gzip."),
                new Setting.File(TEST_IMAGES, "Other images for the test, such as those of MNIST.").orNone(),
                new Setting.File(TEST_LABELS, "Their classes.").orNone());
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        Map<String, String> files = new TreeMap<>();
        LabelledImages images = read(IMAGES, LABELS, settings, files);
        boolean ownTest = isGiven(TEST_IMAGES, settings) || isGiven(TEST_LABELS, settings);
        Optional<LabelledImages> test =
                ownTest ? Optional.of(read(TEST_IMAGES, TEST_LABELS, settings, files)) : Optional.empty();
        return new PixelByPixel(known, length, new ImageParts(images, test), files);
    }

    private static boolean isGiven(String name, Settings settings) {
        return !settings.word(name, "").isEmpty();
    }

    /** Reads a set of images and adds the contents of its files. */
    private static LabelledImages read(String images, String labels, Settings settings, Map<String, String> files) {
        DataFile imageFile = DataFile.read(images, settings.word(images, ""));
        DataFile labelFile = DataFile.read(labels, settings.word(labels, ""));
        files.put(images, imageFile.content());
        files.put(labels, labelFile.content());
        return LabelledImages.of(imageFile, labelFile);
    }
}
