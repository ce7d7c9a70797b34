package org.longspan.harness.store;

import com.google.common.primitives.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * A durable file of lines, such as {@code results.jsonl}, opened for appending: one line for each record with a
 * {@linkplain ContentCheck check} of its content, forced to disk as it is appended. A process killed during an append
 * leaves a tail without a line break. Opening the file moves such a tail to a file beside it, or ends it if only its line
 * break is missing. {@link LineReader} reads the file.
 *
 * @param <W> what a line holds
 */
final class LinesFile<W> implements AutoCloseable {

    private final LineKind<?, W> kind;
    private final Path file;
    private final FileChannel channel;
    private final Optional<String> identity;

    LinesFile(LineKind<?, W> kind, Path file, FileChannel channel) {
        this.kind = kind;
        this.file = file;
        this.channel = channel;
        this.identity = FolderFile.identity(file);
    }

    /** Opens the file in {@code folder} for appending, once its last line is whole. */
    static <W> LinesFile<W> open(LineKind<?, W> kind, Path folder) {
        Path file = kind.in(folder);
        try {
            try (FileChannel whole = FolderFile.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                endTail(kind, folder, whole);
            }
            return new LinesFile<>(kind, file, FolderFile.open(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UserError(file + " cannot be written: " + FileFailures.of(e), e);
        }
    }

    /** A last line that only lacks its line feed gets it; the beginning of one is moved away. */
    private static void endTail(LineKind<?, ?> kind, Path folder, FileChannel channel) throws IOException {
        long whole = endOfLastLine(channel);
        if (whole == channel.size()) {
            return;
        }
        byte[] tail = tail(channel, whole);
        if (new LineReader<>(kind, folder).isWhole(tail)) {
            write(channel.position(channel.size()), new byte[] {'\n'});
            return;
        }
        try (FileChannel torn =
                FolderFile.open(folder.resolve(kind.torn()), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            write(torn, Bytes.concat(tail, new byte[] {'\n'}));
        }
        channel.truncate(whole);
        channel.force(true);
    }

    private static byte[] tail(FileChannel channel, long from) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        int read = 0;
        while (read >= 0 && tail.hasRemaining()) {
            read = channel.read(tail, from + tail.position());
        }
        return tail.array();
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
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

    /** Appends records. They are on disk when this method returns; the file is unchanged if it throws. */
    void append(List<W> records) {
        if (records.isEmpty()) {
            return;
        }
        requireSame();
        ByteBuffer rest = ByteBuffer.wrap(lines(records));
        long end = -1;
        try {
            end = channel.position();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(false);
        } catch (IOException e) {
            takeBack(end, e);
            throw new UserError(
                    file + " cannot be written: " + FileFailures.of(e) + "; all earlier " + kind.several()
                            + " are kept, and the same command resumes after them",
                    e);
        }
    }

    private byte[] lines(List<W> records) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (W one : records) {
            String line = ContentCheck.addTo(kind.text().apply(one)) + "\n";
            lines.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }

    /** An editor may write a new file under this name; what is appended to the old one would be lost. */
    private void requireSame() {
        if (identity.isPresent() && !FolderFile.identity(file).equals(identity)) {
            throw new UserError(file + " was removed or replaced while this run was going on: stopped before a "
                    + kind.one() + " could be lost; the same command resumes after the " + kind.several()
                    + " that the file holds now");
        }
    }

    /** Removes what was partly written, because another thread may still append and must not continue half a line. */
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
