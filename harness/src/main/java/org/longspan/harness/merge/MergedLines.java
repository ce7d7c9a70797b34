package org.longspan.harness.merge;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.LinePlace;
import org.longspan.harness.store.LineReader;

/**
 * The lines of a kind in all folders. Of several of one record and one code, one is chosen by what they say alone, so
 * the order of the folders does not matter: one that did not fail before one that did, and then the smaller text. Kept
 * of a line are its name, its place and a digest; its text is read where it stands.
 *
 * @param <B> what is read of a line in brief
 * @param <W> the whole record
 */
final class MergedLines<B, W> {

    private final MergedKind<B, W> kind;
    private final TreeMap<String, Line<W>> lines = new TreeMap<>();
    private int twice;

    /**
     * A line of one of the folders.
     *
     * @param file it stands in
     * @param place in that file
     * @param digest of what must be equal on every machine
     * @param failed whether it says no more than that something broke off
     */
    private record Line<W>(SourceFile<W> file, LinePlace place, HashCode digest, boolean failed) {

        W whole() {
            return file.reader().at(place);
        }

        byte[] bytes(FileChannel channel) throws IOException {
            byte[] bytes = place.read(channel);
            boolean returns = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
            return returns ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        }

        byte[] bytes() {
            try (FileChannel channel = file.open()) {
                return bytes(channel);
            } catch (IOException e) {
                throw new UserError(file.path() + " cannot be read: " + FileFailures.of(e), e);
            }
        }

        String where() {
            return file.path() + ", line " + place.number();
        }
    }

    /** A file that lines stand in. */
    private record SourceFile<W>(Path path, LineReader<?, W> reader) {

        FileChannel open() throws IOException {
            return FileChannel.open(path, StandardOpenOption.READ);
        }
    }

    MergedLines(MergedKind<B, W> kind) {
        this.kind = kind;
    }

    /** Takes the lines of one folder. */
    LineReader.TextVisitor<B> of(Path folder, LineReader<B, W> reader) {
        SourceFile<W> file = new SourceFile<>(kind.lines().in(folder), reader);
        return (brief, place, text, checked) -> {
            Line<W> line = new Line<>(
                    file, place, kind.digest(text, checked), kind.failed().test(brief));
            lines.merge(kind.names().key().apply(brief), line, (before, now) -> chosen(brief, before, now));
        };
    }

    private Line<W> chosen(B brief, Line<W> before, Line<W> now) {
        twice++;
        if (before.failed() != now.failed()) {
            return before.failed() ? now : before;
        }
        if (!before.failed() && !before.digest().equals(now.digest())) {
            requireEqual(brief, before, now);
        }
        return Arrays.compareUnsigned(before.bytes(), now.bytes()) <= 0 ? before : now;
    }

    /** Texts of one record may differ where an earlier version wrote it otherwise. */
    private void requireEqual(B brief, Line<W> one, Line<W> other) {
        kind.difference().between(one.whole(), other.whole()).ifPresent(difference -> {
            int now = difference.lastIndexOf(", now ");
            throw new UserError(one.where() + ", and " + other.where() + ", hold different "
                    + kind.lines().several() + " by equal code of "
                    + kind.names().noun().apply(brief) + ": "
                    + Shown.sentence(difference.substring(0, now) + " in the first, "
                            + difference.substring(now + ", now ".length()) + " in the second")
                    + "; nothing was merged: one of the two machines or files is at fault, and longspan replay shows"
                    + " which");
        });
    }

    /** Returns where the line of that name stands, for a sentence; empty if there is none. */
    Optional<String> where(String key) {
        return Optional.ofNullable(lines.get(key)).map(Line::where);
    }

    /** Returns whether there is a line for that line of {@code run.trials}, which may lack the code. */
    boolean has(String member) {
        String first = lines.ceilingKey(member);
        return first != null && (first.equals(member) || first.startsWith(member + " "));
    }

    /** Returns the number of lines. */
    int size() {
        return lines.size();
    }

    /** Returns how many lines are left out for another of the same record. */
    int twice() {
        return twice;
    }

    /**
     * Copies the lines, sorted by their names.
     *
     * @param written is told of the bytes of each
     */
    void writeTo(OutputStream out, LongConsumer written) throws IOException {
        Map<Path, FileChannel> open = new HashMap<>(); // never iterated but to close
        try {
            for (Line<W> line : lines.values()) {
                FileChannel channel = open.get(line.file().path());
                if (channel == null) {
                    channel = line.file().open();
                    open.put(line.file().path(), channel);
                }
                byte[] bytes = line.bytes(channel);
                out.write(bytes);
                out.write('\n');
                written.accept(bytes.length + 1L);
            }
        } finally {
            for (FileChannel channel : open.values()) {
                channel.close();
            }
        }
    }
}
