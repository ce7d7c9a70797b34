package org.longspan.microbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;

/** Every variant of every task at 100 steps. Tasks that read a user's file read a file of noise, made here. */
final class TaskCase {

    private static final int LENGTH = 100;
    private static final int ITEMS = 1000;
    private static final int SIDE = 10; // 100 pixels
    private static final int CLASSES = 10;
    private static final int IMAGES = 0x803;
    private static final int LABELS = 0x801;
    private static final int LETTERS = 1_000_000;

    private TaskCase() {}

    /** Returns family and variant of each task, sorted by family. */
    static List<String> names() {
        return providers().stream()
                .flatMap(provider -> provider.variants().stream().map(v -> provider.name() + " " + v.name()))
                .toList();
    }

    /** Returns the task of that family and variant at 100 steps. */
    static SequenceTask of(String name) {
        return of(name, LENGTH);
    }

    /** Returns the task of that family and variant. */
    static SequenceTask of(String name, int length) {
        String[] words = name.split(" ");
        for (TaskProvider provider : providers()) {
            if (provider.name().equals(words[0])) {
                return provider.create(words[1], length, settings(provider));
            }
        }
        throw new IllegalArgumentException("unknown task " + name + ", expected one of " + names());
    }

    private static List<TaskProvider> providers() {
        return ServiceLoader.load(TaskProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(TaskProvider::name))
                .toList();
    }

    private static Settings settings(TaskProvider provider) {
        Settings files = switch (provider.name()) {
            case "images" ->
                Settings.NONE
                        .with("images", file(idx(IMAGES, 256, ITEMS, SIDE, SIDE)))
                        .with("labels", file(idx(LABELS, CLASSES, ITEMS)));
            case "text" -> Settings.NONE.with("file", file(letters()));
            default -> Settings.NONE;
        };
        return Entry.complete(provider.name(), provider.settings(), files);
    }

    private static byte[] idx(int magic, int values, int... dimensions) {
        int size = 1;
        ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * (1 + dimensions.length));
        header.putInt(magic);
        for (int dimension : dimensions) {
            header.putInt(dimension);
            size *= dimension;
        }
        return ByteBuffer.allocate(header.capacity() + size)
                .put(header.array())
                .put(noise(size, 0, values))
                .array();
    }

    private static byte[] letters() {
        return noise(LETTERS, 'a', 26);
    }

    private static byte[] noise(int count, int from, int values) {
        RandomStream stream = new RandomStream(count);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (from + stream.nextInt(values));
        }
        return bytes;
    }

    private static String file(byte[] content) {
        try {
            Path file = Files.createTempFile("longspan", ".noise");
            file.toFile().deleteOnExit();
            return Files.write(file, content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
