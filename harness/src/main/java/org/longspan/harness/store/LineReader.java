package org.longspan.harness.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * Reads a durable file of lines, such as {@code results.jsonl}, from its beginning to its end, one line at a time, and
 * changes nothing. Blank lines are passed over.
 *
 * @param <B> what is read of a line in brief
 * @param <W> the whole record of a line
 */
public final class LineReader<B, W> {

    private static final String ADVICE =
            "; nothing was changed: fix or remove that line (its trial then runs again), or run into another folder";

    private final LineKind<B, W> kind;
    private final LineDamage damage;
    private final Path file;

    /** Receives the records of a file. */
    interface Visitor<B> {
        void visit(B brief, LinePlace place);
    }

    /** Receives the records of a file and their texts. */
    public interface TextVisitor<B> {

        /**
         * Receives a record.
         *
         * @param text of its line
         */
        void visit(B brief, LinePlace place, Text text);
    }

    /**
     * The text of a line.
     *
     * @param line as it stands, without its line feed and a carriage return before it
     * @param content without its check
     * @param checked whether it carries a check, which matches
     */
    public record Text(byte[] line, byte[] content, boolean checked) {}

    /** Creates a reader of the file in {@code folder}. */
    public LineReader(LineKind<B, W> kind, Path folder) {
        this.kind = kind;
        this.damage = new LineDamage(kind.begins());
        this.file = kind.in(folder);
    }

    /**
     * Reads all whole lines; none if there is no file. What is appended meanwhile may be read or not.
     *
     * @throws UserError if a line is not such a record or has been changed since it was written, or if the tail is not
     *     the beginning of one
     */
    ReadLines read(Visitor<? super B> visitor) {
        return readTexts((brief, place, text) -> visitor.visit(brief, place));
    }

    /** Reads all whole lines as {@link #read} does, and passes on their texts too. */
    public ReadLines readTexts(TextVisitor<? super B> visitor) {
        if (!Files.exists(file)) {
            return new ReadLines(kind.file(), 0, 0, false);
        }
        try (LineScanner scanner = new LineScanner(file)) {
            int lines = 0;
            int unchecked = 0;
            for (Optional<LineScanner.Line> next = scanner.next(); next.isPresent(); next = scanner.next()) {
                if (!next.get().isBlank()) {
                    lines++;
                    unchecked += visit(next.get(), visitor);
                }
            }
            LineScanner.Line tail = scanner.tail();
            boolean whole = isWhole(tail.bytes()); // only its line feed is missing
            if (whole) {
                lines++;
                unchecked += visit(tail, visitor);
            } else {
                requireTorn(tail);
            }
            return new ReadLines(kind.file(), lines, unchecked, !whole && !tail.isBlank());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Passes a line on, and returns 1 if it carries no check, otherwise 0. */
    private int visit(LineScanner.Line line, TextVisitor<? super B> visitor) {
        byte[] text = json(line.bytes());
        ContentCheck check = ContentCheck.of(text);
        LinePlace place = new LinePlace(line.number(), line.offset(), text.length);
        boolean checked = check.state() == ContentCheck.State.RIGHT;
        visitor.visit(brief(line, check), place, new Text(text, check.content(), checked));
        return checked ? 0 : 1;
    }

    /** Returns whether what follows the last line feed is a line: it ends in a check, or is a record without one. */
    boolean isWhole(byte[] tail) {
        ContentCheck check = ContentCheck.of(json(tail));
        if (LineDamage.controlCharacter(tail, json(tail).length).isPresent()) {
            return false;
        }
        if (check.state() != ContentCheck.State.MISSING) {
            return true;
        }
        try {
            kind.read().apply(new String(check.content(), StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What is done with a file of lines that is open. */
    interface Opened {
        void read(FileChannel channel) throws IOException;
    }

    /** Opens the file to read the records at places that were found before. */
    void open(Opened opened) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            opened.read(channel);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the whole record at a place that was found before. */
    public W at(LinePlace place, FileChannel channel) throws IOException {
        byte[] line = place.read(channel);
        return parsed(place.number(), line, ContentCheck.of(json(line)), kind.read());
    }

    /** Returns the whole record at a place that was found before. */
    public W at(LinePlace place) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return at(place, channel);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UserError unreadable(IOException e) {
        return new UserError(file + " cannot be read: " + FileFailures.of(e), e);
    }

    /** A line without a check may hold anything, so all of it is read. */
    private B brief(LineScanner.Line line, ContentCheck check) {
        Function<String, B> parse = check.state() == ContentCheck.State.RIGHT
                ? kind.readBriefly()
                : kind.read().andThen(kind.brief());
        return parsed(line.number(), line.bytes(), check, parse);
    }

    /** What is no record is said to be none, whatever its check. */
    private <T> T parsed(int number, byte[] line, ContentCheck check, Function<String, T> parse) {
        try {
            T record = parse.apply(new String(check.content(), StandardCharsets.UTF_8));
            if (check.state() == ContentCheck.State.WRONG) {
                throw new UserError(file + ", line " + number + ": its content does not match its check, so it has been"
                        + " changed or damaged since it was written" + ADVICE);
            }
            return record;
        } catch (IllegalArgumentException e) {
            throw noRecord(number, line, e);
        }
    }

    private UserError noRecord(int number, byte[] line, IllegalArgumentException e) {
        if (damage.runTogether(line)) {
            return runTogether(number, e);
        }
        return new UserError(
                file + ", line " + number + ": not a " + kind.one() + " of this version: "
                        + LineDamage.controlCharacter(line, json(line).length).orElse(e.getMessage())
                        + ADVICE,
                e);
    }

    private UserError runTogether(int number, Throwable cause) {
        return new UserError(
                file + ", line " + number + ": it holds several " + kind.several()
                        + " without the line feeds between them; nothing was changed: put a line feed before each "
                        + kind.begins() + " that follows another " + kind.one() + ", or run into another folder",
                cause);
    }

    /**
     * Refuses a tail that neither a kill nor a power cut leaves behind, because it may be damaged records. A power cut
     * may leave zeros if the file's length reached the disk before its content.
     */
    private void requireTorn(LineScanner.Line tail) {
        if (tail.isBlank()) {
            return;
        }
        byte[] bytes = tail.bytes();
        int length = LineDamage.withoutZeros(bytes);
        if (!damage.isBegun(bytes, length)) {
            throw new UserError(file + ", line " + tail.number() + ": neither a " + kind.one()
                    + " nor the beginning of one" + ADVICE);
        }
        LineDamage.controlCharacter(bytes, length).ifPresent(odd -> {
            throw new UserError(file + ", line " + tail.number() + ": " + odd + ", expected a line feed after each "
                    + kind.one() + ADVICE);
        });
        if (damage.runTogether(bytes)) {
            throw runTogether(tail.number(), null);
        }
    }

    /** Returns a line without the carriage return that some editors end it with. */
    private static byte[] json(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
