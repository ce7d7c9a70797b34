package org.longspan.tasks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Frequencies;
import org.longspan.task.Parts;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/**
 * Classification of an image that is read one pixel a step.
 *
 * <pre>
 *   images 0 .. N-1 of the file, its parts those of {@link Parts},
 *   or [0, 0.9 N), [0.9 N, 0.95 N), [0.95 N, N), cuts rounded down, and all of a second file
 *   i ~ U{the part},  k with (rows / k)(columns / k) = T, k dividing both
 *   x(t) = mean of block π(t) of k × k pixels of image i, over 255,  blocks row by row,  y(T-1) = label of i
 *   π the identity, or a permutation drawn once
 * </pre>
 *
 * <p>So T is the number of pixels for k = 1 (784 of MNIST's 28 × 28), and 196, 49, 16, 4, 1 for k = 2, 4, 7, 14, 28.
 * The permutation is the shuffle of Fisher and Yates from the stream of {@code Seed.root(0)} with the axes
 * {@code purpose: permutation of pixels} and {@code length: T}: one for each T, the same in all trials.
 *
 * <p>Chance is the entropy of the classes over the training part, -Σ p ln p: the loss there of a predictor that knows
 * only how often each class occurs.
 *
 * <p>Source: Arjovsky, Shah, Bengio, "Unitary Evolution Recurrent Neural Networks", ICML 2016, which has both orders.
 * Their permutation is a different one; the task does not depend on which. The blocks are an addition here, so that
 * shorter lengths exist.
 */
final class PixelByPixel implements SequenceTask {

    static final String CITATION = "Arjovsky, Shah, Bengio (2016). Unitary Evolution Recurrent Neural Networks. ICML.";

    private static final String COMMON = " T is the number of pixels of an image, or of its blocks of k x k pixels"
            + " averaged, for a k that divides rows and columns: 784, 196, 49, 16, 4 or 1 of 28 x 28. The target at the"
            + " last step is the class. The first 90 % of the images are for training, 2.5 % for validation, 2.5 % for"
            + " confirmation, the last 5 % for the test; with test files of their own, 5 % for validation, the last 5 %"
            + " for confirmation and those files for the test. Chance is the entropy of the training part's classes. No"
            + " solved criterion.";

    static final Variant PLAIN = new Variant("plain", "Pixels over 255, row by row." + COMMON, CITATION, 1);

    static final Variant PERMUTED = new Variant(
            "permuted", "Pixels over 255, in an order that was drawn once for each T." + COMMON, CITATION, 1);

    private static final float WHITE = 255;

    private final TaskDescription description;
    private final ImageParts parts;
    private final LabelledImages data; // of training; all have its sizes
    private final List<String> warnings;
    private final int side;
    private final int[] order; // (T): which block comes at each step

    /**
     * Creates the task of one length.
     *
     * @param files content of each file, by the setting that names it
     * @throws IllegalArgumentException if no block gives that length, or the files hold too little
     */
    PixelByPixel(Variant variant, int length, ImageParts parts, Map<String, String> files) {
        this.parts = parts;
        this.data = parts.of(Split.TRAIN);
        this.side = side(length, data);
        this.order = variant.equals(PERMUTED) ? permutation(length) : identity(length);
        this.description = TaskDescription.ofClasses(
                        ImagesProvider.NAME, variant, length, new TaskShape(length, 1, parts.classes()), standing())
                .withFiles(files);
        this.warnings = parts.untaught().stream().toList();
    }

    private static int side(int length, LabelledImages data) {
        List<String> possible = new ArrayList<>();
        for (int k = 1; k <= Math.min(data.rows(), data.columns()); k++) {
            if (data.rows() % k == 0 && data.columns() % k == 0) {
                int blocks = data.rows() / k * (data.columns() / k);
                if (blocks == length) {
                    return k;
                }
                possible.add(Integer.toString(blocks));
            }
        }
        throw data.images()
                .file()
                .unsuited("has images of " + data.rows() + " x " + data.columns() + " pixels, which have no length "
                        + length + ", expected one of " + String.join(", ", possible));
    }

    private static int[] identity(int length) {
        int[] order = new int[length];
        for (int t = 0; t < length; t++) {
            order[t] = t;
        }
        return order;
    }

    private static int[] permutation(int length) {
        int[] order = identity(length);
        RandomStream stream = Seed.root(0).with("purpose", "permutation of pixels").with("length", length).stream();
        for (int t = length - 1; t > 0; t--) {
            int other = stream.nextInt(t + 1);
            int block = order[t];
            order[t] = order[other];
            order[other] = block;
        }
        return order;
    }

    private Standing standing() {
        Frequencies frequencies = new Frequencies(parts.classes());
        for (int i = 0; i < parts.size(Split.TRAIN); i++) {
            frequencies.add(data.label(i));
        }
        double nats = frequencies.entropy();
        if (!(nats > 0)) {
            throw data.labels().file().wrong("has one and the same class in its first 90 %, expected at least two");
        }
        String meaning = String.format(
                Locale.ROOT,
                "entropy of the training part's classes; always naming the most frequent is wrong in %.2f %%",
                100 * frequencies.errorOfTheMostFrequent());
        return new Standing.Open(nats, meaning);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        LabelledImages images = parts.of(split);
        int image = parts.first(split) + stream.nextInt(parts.size(split));
        int across = data.columns() / side;
        float scale = 1 / (WHITE * side * side);
        for (int t = 0; t < order.length; t++) {
            int block = order[t];
            long sum = images.sum(image, block / across * side, block % across * side, side);
            batch.input(t, b, 0, sum * scale);
        }
        batch.target(order.length - 1, b, images.label(image));
    }
}
