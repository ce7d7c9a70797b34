package org.longspan.tasks.images;

import org.longspan.task.DataFile;

/**
 * Images with the class of each. Immutable, so that all threads read the one copy.
 *
 * @param images (items, rows, columns)
 * @param labels (items)
 * @param classes the greatest label plus 1
 */
record LabelledImages(Idx images, Idx labels, int classes) {

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException if one of them is invalid, or they do not match
     */
    static LabelledImages of(DataFile imageFile, DataFile labelFile) {
        Idx images = Idx.of(imageFile, 3, "images");
        Idx labels = Idx.of(labelFile, 1, "labels");
        if (images.items() != labels.items()) {
            throw labelFile.wrong("has " + labels.items() + " labels, expected as many as the " + images.items()
                    + " images of the file " + imageFile.path());
        }
        int greatest = 0;
        for (int i = 0; i < labels.items(); i++) {
            greatest = Math.max(greatest, labels.at(i));
        }
        return new LabelledImages(images, labels, greatest + 1);
    }

    int items() {
        return images.items();
    }

    int rows() {
        return images.dimensions()[1];
    }

    int columns() {
        return images.dimensions()[2];
    }

    /** Returns the class of an image, from 0 on. */
    int label(int image) {
        return labels.at(image);
    }

    /** Returns the sum of the block of side {@code side} whose upper left pixel is (row, column). */
    long sum(int image, int row, int column, int side) {
        long sum = 0;
        for (int r = row; r < row + side; r++) {
            int from = (image * rows() + r) * columns() + column;
            for (int at = from; at < from + side; at++) {
                sum += images.at(at);
            }
        }
        return sum;
    }
}
