package org.longspan.harness.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.ResultJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * Reads {@code results.jsonl} from its beginning to its end, one line at a time, and changes nothing. Blank lines are
 * passed over.
 *
 * @param lines number of results
 * @param unchecked how many of them carry no check of their content
 * @param torn whether the file ends in the beginning of a line; a last line that only lacks its line feed is whole
 */
record ResultLines(int lines, int unchecked, boolean torn) {

    private static final String ADVICE =
            "; nothing was changed: fix or remove that line (its trial then runs again), or run into another folder";

    /**
     * The place of a line in the file.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param length in bytes, without the line feed
     */
    record Place(int number, long offset, int length) {

        /** Reads the line from the file that is open at {@code channel}. */
        byte[] read(FileChannel channel) throws IOException {
            ByteBuffer line = ByteBuffer.allocate(length);
            int read = 0;
            while (read >= 0 && line.hasRemaining()) {
                read = channel.read(line, offset + line.position());
            }
            return line.array();
        }
    }

    /** Receives the results of a file. */
    interface Visitor {
        void visit(BriefResult result, Place place);
    }

    /**
     * Reads all whole lines of the file in {@code folder}; none if there is no file.
     *
     * @throws UserError if a line is not a result or has been changed since it was written, or if the tail is not the
     *     beginning of one
     */
    static ResultLines read(Path folder, Visitor visitor) {
        Path file = folder.resolve(ResultsFile.NAME);
        if (!Files.exists(file)) {
            return new ResultLines(0, 0, false);
        }
        try (LineScanner scanner = new LineScanner(file)) {
            int lines = 0;
            int unchecked = 0;
            for (Optional<LineScanner.Line> next = scanner.next(); next.isPresent(); next = scanner.next()) {
                if (!next.get().isBlank()) {
                    lines++;
                    unchecked += visit(file, next.get(), visitor);
                }
            }
            LineScanner.Line tail = scanner.tail();
            boolean whole = isWhole(tail.bytes()); // only its line feed is missing
            if (whole) {
                lines++;
                unchecked += visit(file, tail, visitor);
            } else {
                requireTorn(file, tail);
            }
            return new ResultLines(lines, unchecked, !whole && !tail.isBlank());
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /** Passes a line on, and returns 1 if it carries no check, otherwise 0. */
    private static int visit(Path file, LineScanner.Line line, Visitor visitor) {
        ContentCheck check = ContentCheck.of(json(line.bytes()));
        Place place = new Place(line.number(), line.offset(), line.bytes().length);
        visitor.visit(brief(file, line, check), place);
        return check.state() == ContentCheck.State.MISSING ? 1 : 0;
    }

    /** Returns whether what follows the last line feed is a line: it ends in a check, or is a result without one. */
    static boolean isWhole(byte[] tail) {
        ContentCheck check = ContentCheck.of(json(tail));
        if (LineDamage.controlCharacter(tail, json(tail).length).isPresent()) {
            return false;
        }
        if (check.state() != ContentCheck.State.MISSING) {
            return true;
        }
        try {
            ResultJson.read(new String(check.content(), StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the whole result in a line that was read before. */
    static StoredResult result(Path file, int number, byte[] line) {
        return parsed(file, number, line, ContentCheck.of(json(line)), ResultJson::read);
    }

    /** A line without a check may hold anything, so all of it is read. */
    private static BriefResult brief(Path file, LineScanner.Line line, ContentCheck check) {
        Function<String, BriefResult> parse = check.state() == ContentCheck.State.RIGHT
                ? ResultJson::readBriefly
                : text -> BriefResult.of(ResultJson.read(text));
        return parsed(file, line.number(), line.bytes(), check, parse);
    }

    /** What is no result is said to be none, whatever its check. */
    private static <T> T parsed(Path file, int number, byte[] line, ContentCheck check, Function<String, T> parse) {
        try {
            T result = parse.apply(new String(check.content(), StandardCharsets.UTF_8));
            if (check.state() == ContentCheck.State.WRONG) {
                throw new UserError(file + ", line " + number + ": its content does not match its check, so it has been"
                        + " changed or damaged since it was written" + ADVICE);
            }
            return result;
        } catch (IllegalArgumentException e) {
            throw noResult(file, number, line, e);
        }
    }

    private static UserError noResult(Path file, int number, byte[] line, IllegalArgumentException e) {
        if (LineDamage.runTogether(line)) {
            return runTogether(file, number, e);
        }
        return new UserError(
                file + ", line " + number + ": not a result of this version: "
                        + LineDamage.controlCharacter(line, json(line).length).orElse(e.getMessage())
                        + ADVICE,
                e);
    }

    private static UserError runTogether(Path file, int number, Throwable cause) {
        return new UserError(
                file + ", line " + number + ": it holds several results without the line feeds between them; nothing"
                        + " was changed: put a line feed before each {\"id\": that follows another result, or run into"
                        + " another folder",
                cause);
    }

    /**
     * Refuses a tail that neither a kill nor a power cut leaves behind, because it may be damaged results. A power cut
     * may leave zeros if the file's length reached the disk before its content.
     */
    private static void requireTorn(Path file, LineScanner.Line tail) {
        if (tail.isBlank()) {
            return;
        }
        byte[] bytes = tail.bytes();
        int length = LineDamage.withoutZeros(bytes);
        if (!LineDamage.isBegun(bytes, length)) {
            throw new UserError(
                    file + ", line " + tail.number() + ": neither a result nor the beginning of one" + ADVICE);
        }
        LineDamage.controlCharacter(bytes, length).ifPresent(odd -> {
            throw new UserError(file + ", line " + tail.number() + ": " + odd
                    + ", expected a line feed after each result" + ADVICE);
        });
        if (LineDamage.runTogether(bytes)) {
            throw runTogether(file, tail.number(), null);
        }
    }

    /** Returns a line without the carriage return that some editors end it with. */
    private static byte[] json(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
