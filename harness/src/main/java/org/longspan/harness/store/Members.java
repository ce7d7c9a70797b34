package org.longspan.harness.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The content of {@code run.trials}: which results and looks of probes the latest run uses.
 *
 * @param codes hash of the code that made the result of each trial; empty text where an earlier version wrote the id
 *     alone
 * @param looks that the run uses, each as its line without the id, by the id of the trial
 * @param torn whether the file ends in half a line, as a power cut leaves it
 */
public record Members(Map<String, Set<String>> codes, Map<String, Set<String>> looks, boolean torn) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{16})(?: ([0-9a-f]{64}))?");
    private static final Pattern LOOK = Pattern.compile("([0-9a-f]{16}) ([0-9a-f]{64} \\S+ \\S+)");
    private static final Pattern TORN_LOOK = Pattern.compile("[0-9a-f]{16} [0-9a-f]{64}(?: \\S*){0,2}");
    private static final int WHOLE_LINE = 16 + 1 + 64;

    /**
     * Returns the members of the latest run; empty if there is no file.
     *
     * @throws UserError if it holds something else
     */
    public static Optional<Members> read(Path folder) {
        Path file = folder.resolve(MembersFile.NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, Set<String>> codes = new HashMap<>(); // iterated without an order
        Map<String, Set<String>> looks = new HashMap<>(); // likewise
        Map<String, Set<String>> same = new HashMap<>(); // one set for all trials of one code
        Map<String, String> words = new HashMap<>(); // one text for all looks of one code
        try (LineScanner scanner = new LineScanner(file)) {
            for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
                var look = LOOK.matcher(text(next.get()));
                if (look.matches()) {
                    looks.computeIfAbsent(look.group(1), any -> new HashSet<>())
                            .add(words.computeIfAbsent(look.group(2), any -> any));
                } else if (!next.get().isBlank()) {
                    add(file, next.get(), codes, same);
                }
            }
            LineScanner.Line tail = scanner.tail();
            boolean whole = tail.bytes().length == WHOLE_LINE; // only its line feed is missing
            if (whole) {
                add(file, tail, codes, same);
            }
            boolean torn = !whole && !tail.isBlank();
            if (torn
                    && tail.bytes().length > WHOLE_LINE
                    && !TORN_LOOK.matcher(text(tail)).matches()) {
                throw garbled(file, tail);
            }
            return Optional.of(new Members(codes, looks, torn));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    private static void add(
            Path file, LineScanner.Line line, Map<String, Set<String>> codes, Map<String, Set<String>> same) {
        var words = LINE.matcher(text(line));
        if (!words.matches()) {
            throw garbled(file, line);
        }
        String code = words.group(2) == null ? "" : words.group(2);
        Set<String> one = same.computeIfAbsent(code, Set::of);
        codes.merge(words.group(1), one, Members::both);
    }

    private static String text(LineScanner.Line line) {
        return new String(line.bytes(), StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        if (one.containsAll(other)) {
            return one;
        }
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static UserError garbled(Path file, LineScanner.Line line) {
        return new UserError(file + ", line " + line.number() + ": not the id of a trial and the hash of its code;"
                + " nothing was changed: remove the file, and running the plan again writes it anew from the results"
                + " (without it every result line counts, whatever plan and code made it)");
    }

    /** Returns whether the latest run uses that result. */
    boolean has(TrialId id, String code) {
        Set<String> of = codes.getOrDefault(id.value(), Set.of());
        return of.contains(code) || of.contains("");
    }

    /** Returns whether the latest run uses that look. */
    boolean has(BriefLook look) {
        return looks.getOrDefault(look.trial().value(), Set.of())
                .contains(words(look.code(), look.probe(), look.moment()));
    }

    /** Returns the line of a result, without its line feed. */
    public static String line(TrialId id, String code) {
        return id.value() + " " + code;
    }

    /** Returns the line of a look, without its line feed. */
    public static String line(BriefLook look) {
        return look.trial().value() + " " + words(look.code(), look.probe(), look.moment());
    }

    /** Passes on every line, without its line feed and in no order. */
    public void forEachLine(Consumer<String> consumer) {
        codes.forEach((id, of) -> of.forEach(code -> consumer.accept(code.isEmpty() ? id : id + " " + code)));
        looks.forEach((id, of) -> of.forEach(words -> consumer.accept(id + " " + words)));
    }

    /** Returns the line of a look, without its line feed. */
    static String line(TrialId id, StoredLook look) {
        return id.value() + " " + words(look.code(), look.probe(), look.moment());
    }

    /** Returns the line of a look, without its line feed. */
    static String line(ProbeRecord record) {
        return record.trial().value() + " "
                + words(record.code(), record.look().probe(), record.look().moment());
    }

    private static String words(String code, String probe, String moment) {
        return code + " " + probe + " " + moment;
    }

    /** Returns the number of looks. */
    int lookCount() {
        return looks.values().stream().mapToInt(Set::size).sum();
    }

    /** Returns the number of trials. */
    int size() {
        return codes.size();
    }
}
