package org.longspan.harness.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * {@code results.jsonl}: one line for each result, each forced to disk as it is appended. A process killed during an
 * append leaves a tail without a line break. Opening the file moves such a tail to {@code results.jsonl.torn}.
 */
final class ResultsFile implements AutoCloseable {

    static final String NAME = "results.jsonl";
    private static final String TORN = NAME + ".torn";
    private static final byte[] BEGINNING = "{\"id\":\"".getBytes(StandardCharsets.UTF_8);

    private final Path file;
    private final FileChannel channel;

    ResultsFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Returns the results in all whole lines of the file in {@code folder}, without a torn tail; none if there is no
     * file.
     *
     * @throws UserError if a line is not a result, or if the tail is not the beginning of one
     */
    static List<StoredResult> read(Path folder) {
        Path file = folder.resolve(NAME);
        List<StoredResult> results = new ArrayList<>();
        if (!isIn(folder)) {
            return results;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    results.add(result(file, results.size() + 1, line.toString(StandardCharsets.UTF_8)));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        }
        requireTorn(file, results.size() + 1, line.toByteArray());
        return results;
    }

    /**
     * Refuses a tail that neither a kill nor a power cut leaves behind, because it may be damaged results. A power cut
     * may leave zeros if the file's length reached the disk before its content.
     */
    private static void requireTorn(Path file, int line, byte[] tail) {
        int length = Math.min(BEGINNING.length, tail.length);
        boolean begun = Arrays.equals(tail, 0, length, BEGINNING, 0, length);
        if (!begun && !Arrays.equals(tail, new byte[tail.length])) {
            throw new UserError(file + ", line " + line + ": neither a result nor the beginning of one; nothing was "
                    + "changed: fix or remove that line, or run into another folder");
        }
    }

    /** Returns whether {@code folder} has this file. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    private static StoredResult result(Path file, int line, String text) {
        try {
            StoredResult result = RecordJson.readLine(text);
            if (!RecordJson.id(result.trial()).equals(result.id())) {
                throw new IllegalArgumentException("id " + result.id() + " is not that of its trial");
            }
            return result;
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    file + ", line " + line + ": not a result of this version: " + e.getMessage()
                            + "; nothing was changed: fix or remove that line, or run into another folder",
                    e);
        }
    }

    /** Opens the file for appending, and cuts off a torn tail first. */
    static ResultsFile open(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            cutTornTail(folder, channel);
            channel.position(channel.size());
            return new ResultsFile(file, channel);
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    private static void cutTornTail(Path folder, FileChannel channel) throws IOException {
        long whole = endOfLastLine(channel);
        if (whole == channel.size()) {
            return;
        }
        ByteBuffer tail = ByteBuffer.allocate(Math.toIntExact(channel.size() - whole) + 1);
        int read = 0;
        while (read >= 0 && tail.remaining() > 1) {
            read = channel.read(tail, whole + tail.position());
        }
        tail.put((byte) '\n');
        Files.write(folder.resolve(TORN), tail.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        channel.truncate(whole);
        channel.force(true);
    }

    /** Searches backwards, because the end is at most one line away and the file may be larger than memory. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        return end;
    }

    /** Appends a result. It is on disk when this method returns; the file is unchanged if it throws. */
    void append(StoredResult result) {
        ByteBuffer line = ByteBuffer.wrap((RecordJson.line(result) + "\n").getBytes(StandardCharsets.UTF_8));
        long end = -1;
        try {
            end = channel.position();
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            takeBack(end, e);
            throw new UserError(
                    file + " cannot be written: " + FileFailures.of(e)
                            + "; all earlier results are kept, and the same command resumes after them",
                    e);
        }
    }

    /** Removes a partly written line, because another thread may still append and must not continue half a line. */
    private void takeBack(long end, IOException cause) {
        try {
            if (end >= 0) {
                channel.truncate(end);
            }
        } catch (IOException e) {
            cause.addSuppressed(e); // the next opening cuts off the torn tail
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UserError(file + " cannot be closed: " + FileFailures.of(e), e);
        }
    }
}
