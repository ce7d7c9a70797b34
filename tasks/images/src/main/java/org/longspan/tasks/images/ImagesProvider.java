package org.longspan.tasks.images;

import java.util.List;
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
                new Setting.File(LABELS, "Their classes, an IDX file of as many; it may be packed by gzip."));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        DataFile images = DataFile.read(IMAGES, settings.word(IMAGES));
        DataFile labels = DataFile.read(LABELS, settings.word(LABELS));
        return new PixelByPixel(known, length, LabelledImages.of(images, labels));
    }
}
