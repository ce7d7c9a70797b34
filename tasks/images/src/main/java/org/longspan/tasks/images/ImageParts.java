package org.longspan.tasks.images;

import java.util.Optional;
import org.longspan.task.Parts;
import org.longspan.task.Split;
import org.longspan.task.Untaught;

/**
 * The images of the four parts. All are cut out of one set by {@link Parts}; where the test has a set of its own, as
 * MNIST has, the last tenth of the first set is for validation and confirmation, and training is the same.
 */
final class ImageParts {

    private final LabelledImages images;
    private final LabelledImages test;
    private final Parts parts;
    private final boolean ownTest;

    /**
     * Cuts the parts.
     *
     * @throws IllegalArgumentException if there are too few images, or those of the two sets have two sizes
     */
    ImageParts(LabelledImages images, Optional<LabelledImages> ownTest) {
        if (images.items() < Parts.SHARE) {
            throw images.images()
                    .file()
                    .wrong("has " + images.items() + " images, expected at least " + Parts.SHARE
                            + ": a fortieth is for validation");
        }
        this.images = images;
        this.test = ownTest.orElse(images);
        this.ownTest = ownTest.isPresent();
        this.parts = new Parts(images.items());
        if (test.rows() != images.rows() || test.columns() != images.columns()) {
            throw test.images()
                    .file()
                    .wrong("has images of " + test.rows() + " x " + test.columns() + " pixels, expected "
                            + images.rows() + " x " + images.columns() + " as in the file "
                            + images.images().file().path());
        }
    }

    /** Returns the set that holds the images of a part. */
    LabelledImages of(Split split) {
        return split == Split.TEST ? test : images;
    }

    /** Returns the first image of a part in its set. */
    int first(Split split) {
        if (!ownTest || split == Split.TRAIN) {
            return parts.first(split);
        }
        return switch (split) {
            case CONFIRMATION -> parts.first(Split.TEST);
            case TEST -> 0;
            default -> parts.first(Split.VALIDATION);
        };
    }

    /** Returns the number of images of a part. */
    int size(Split split) {
        if (!ownTest || split == Split.TRAIN) {
            return parts.size(split);
        }
        return switch (split) {
            case CONFIRMATION -> parts.size(Split.TEST);
            case TEST -> test.items();
            default -> parts.first(Split.TEST) - parts.first(Split.VALIDATION);
        };
    }

    /** Returns the greatest label of both sets plus 1. */
    int classes() {
        return Math.max(images.classes(), test.classes());
    }

    /** Returns a warning of classes that training lacks. */
    Optional<String> untaught() {
        Untaught untaught = new Untaught(classes());
        for (Split split : Split.values()) {
            for (int i = first(split); i < first(split) + size(split); i++) {
                untaught.add(split, of(split).label(i));
            }
        }
        String files = "the file " + images.labels().file().path().getFileName();
        return untaught.warning(
                "classes of "
                        + (ownTest
                                ? files + " and " + test.labels().file().path().getFileName()
                                : files),
                label -> "class " + label);
    }
}
