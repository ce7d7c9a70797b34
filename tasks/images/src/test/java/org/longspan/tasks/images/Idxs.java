package org.longspan.tasks.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.SequenceTask;

/** Small IDX files, and tasks over them. */
final class Idxs {

    private Idxs() {}

    /** Returns the bytes of an IDX file. */
    static byte[] idx(int magic, int[] dimensions, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(4 * (1 + dimensions.length) + data.length);
        out.putInt(magic);
        for (int dimension : dimensions) {
            out.putInt(dimension);
        }
        return out.put(data).array();
    }

    /** Returns random images. */
    static byte[] images(int items, int rows, int columns) {
        return idx(0x803, new int[] {items, rows, columns}, bytes(items * rows * columns, 256));
    }

    /** Returns random labels from 0 to 2. */
    static byte[] labels(int items) {
        return idx(0x801, new int[] {items}, bytes(items, 3));
    }

    private static byte[] bytes(int count, int below) {
        RandomStream stream = new RandomStream(count);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) stream.nextInt(below);
        }
        return bytes;
    }

    /** Writes both files and returns the settings that name them. */
    static Settings files(Path folder, byte[] images, byte[] labels) {
        try {
            Path imageFile = Files.write(folder.resolve("images.idx3"), images);
            Path labelFile = Files.write(folder.resolve("labels.idx1"), labels);
            return Settings.NONE.with("images", imageFile.toString()).with("labels", labelFile.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes two more files for the test and returns the settings that name all four. */
    static Settings withTest(Path folder, Settings files, byte[] images, byte[] labels) {
        try {
            Path imageFile = Files.write(folder.resolve("test-images.idx3"), images);
            Path labelFile = Files.write(folder.resolve("test-labels.idx1"), labels);
            return files.with("test-images", imageFile.toString()).with("test-labels", labelFile.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static SequenceTask task(String variant, int length, Settings files) {
        return new ImagesProvider().create(variant, length, files);
    }
}
