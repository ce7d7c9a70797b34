package org.longspan.harness.merge;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
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
 * of a line are its name, its place and two digests; its text is read where it stands.
 *
 * @param <B> what is read of a line in brief
 * @param <W> the whole record
 */
final class MergedLines<B, W> {

    private final MergedKind<B, W> kind;
    private final TreeMap<String, Line<W>> lines = new TreeMap<>();
    private final OpenFiles files;
    private int twice;

    /**
     * A line of one of the folders.
     *
     * @param file it stands in
     * @param place in that file
     * @param digest of what must be equal on every machine
     * @param whole digest of all of it
     * @param failed whether it says no more than that something broke off
     */
    private record Line<W>(SourceFile<W> file, LinePlace place, HashCode digest, HashCode whole, boolean failed) {

        String where() {
            return file.path() + ", line " + place.number();
        }
    }

    /** A file that lines stand in. */
    private record SourceFile<W>(Path path, LineReader<?, W> reader) {}

    /** @param files through which lines are read again */
    MergedLines(MergedKind<B, W> kind, OpenFiles files) {
        this.kind = kind;
        this.files = files;
    }

    /** Takes the lines of one folder. */
    LineReader.TextVisitor<B> of(Path folder, LineReader<B, W> reader) {
        SourceFile<W> file = new SourceFile<>(kind.lines().in(folder), reader);
        return (brief, place, text) -> {
            Line<W> line = new Line<>(
                    file,
                    place,
                    kind.digest(text),
                    Hashing.sha256().hashBytes(text.line()),
                    kind.failed().test(brief));
            lines.merge(kind.names().key().apply(brief), line, (before, now) -> chosen(brief, before, now));
        };
    }

    private Line<W> chosen(B brief, Line<W> before, Line<W> now) {
        twice++;
        if (before.whole().equals(now.whole())) {
            return before;
        }
        if (before.failed() != now.failed()) {
            return before.failed() ? now : before;
        }
        if (!before.failed() && !before.digest().equals(now.digest())) {
            requireEqual(brief, before, now);
        }
        return Arrays.compareUnsigned(bytes(before), bytes(now)) <= 0 ? before : now;
    }

    /**
     * Reads a line again. Its file has no lock, so another line may stand there by now.
     *
     * @throws UserError if it does
     */
    private byte[] bytes(Line<W> line) {
        try {
            byte[] bytes = line.place().read(files.of(line.file().path()));
            if (!Hashing.sha256().hashBytes(bytes).equals(line.whole())) {
                throw changed(line, null);
            }
            return bytes;
        } catch (NoSuchFileException | EOFException e) {
            throw changed(line, e);
        } catch (IOException e) {
            throw new UserError(line.file().path() + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    private static UserError changed(Line<?> line, Throwable cause) {
        return new UserError(
                line.where() + ": it was changed while it was being merged, expected that other programs only append to"
                        + " the file; nothing was merged: the same command merges what is there now",
                cause);
    }

    private W whole(Line<W> line) {
        bytes(line);
        try {
            return line.file().reader().at(line.place(), files.of(line.file().path()));
        } catch (IOException e) {
            throw changed(line, e);
        }
    }

    /** Texts of one record may differ where an earlier version wrote it otherwise. */
    private void requireEqual(B brief, Line<W> one, Line<W> other) {
        kind.difference().between(whole(one), whole(other)).ifPresent(difference -> {
            throw new UserError(one.where() + ", and " + other.where() + ", hold different "
                    + kind.lines().several() + " by equal code of "
                    + kind.names().noun().apply(brief) + ": "
                    + Shown.sentence(difference.inWords())
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
     * @throws UserError if another line stands where one of them stood
     */
    void writeTo(OutputStream out, LongConsumer written) throws IOException {
        for (Line<W> line : lines.values()) {
            byte[] bytes = bytes(line);
            out.write(bytes);
            out.write('\n');
            written.accept(bytes.length + 1L);
        }
    }
}
