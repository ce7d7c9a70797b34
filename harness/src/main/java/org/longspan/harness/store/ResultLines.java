package org.longspan.harness.store;

import java.io.IOException;
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
 * @param torn whether the file ends in the beginning of a line
 */
record ResultLines(int lines, int unchecked, boolean torn) {

    private static final byte[] BEGINNING = "{\"id\":\"".getBytes(StandardCharsets.UTF_8);
    private static final String ADVICE =
            "; nothing was changed: fix or remove that line (its trial then runs again), or run into another folder";

    /**
     * The place of a line in the file.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param length in bytes, without the line feed
     */
    record Place(int number, long offset, int length) {}

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
                LineScanner.Line line = next.get();
                if (!line.isBlank()) {
                    ContentCheck check = ContentCheck.of(json(line.bytes()));
                    Place place = new Place(line.number(), line.offset(), line.bytes().length);
                    visitor.visit(brief(file, line, check), place);
                    lines++;
                    unchecked += check.state() == ContentCheck.State.MISSING ? 1 : 0;
                }
            }
            LineScanner.Line tail = scanner.tail();
            requireTorn(file, tail);
            return new ResultLines(lines, unchecked, !tail.isBlank());
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
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
        return new UserError(
                file + ", line " + number + ": not a result of this version: "
                        + controlCharacter(line, json(line).length).orElse(e.getMessage())
                        + ADVICE,
                e);
    }

    /**
     * Refuses a tail that neither a kill nor a power cut leaves behind, because it may be damaged results. A power cut
     * may leave zeros if the file's length reached the disk before its content.
     */
    private static void requireTorn(Path file, LineScanner.Line tail) {
        byte[] bytes = tail.bytes();
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        int begun = Math.min(BEGINNING.length, length);
        if (!tail.isBlank() && !Arrays.equals(bytes, 0, begun, BEGINNING, 0, begun)) {
            throw new UserError(
                    file + ", line " + tail.number() + ": neither a result nor the beginning of one" + ADVICE);
        }
        Optional<String> odd = tail.isBlank() ? Optional.empty() : controlCharacter(bytes, length);
        if (odd.isPresent()) {
            throw new UserError(file + ", line " + tail.number() + ": " + odd.get()
                    + ", expected a line feed after each result" + ADVICE);
        }
    }

    /** JSON on one line holds no control character. */
    private static Optional<String> controlCharacter(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\r') {
                return Optional.of("it holds a carriage return");
            }
            if (bytes[i] >= 0 && bytes[i] < ' ') {
                return Optional.of("it holds a control character (" + bytes[i] + ")");
            }
        }
        return Optional.empty();
    }

    /** Returns a line without the carriage return that some editors end it with. */
    private static byte[] json(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
