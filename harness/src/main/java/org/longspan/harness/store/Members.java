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
import java.util.regex.Pattern;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/**
 * The content of {@code run.trials}: which results the latest run uses.
 *
 * @param codes hash of the code that made the result of each trial; empty text where an earlier version wrote the id
 *     alone
 * @param torn whether the file ends in half a line, as a power cut leaves it
 */
record Members(Map<String, Set<String>> codes, boolean torn) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{16})(?: ([0-9a-f]{64}))?");
    private static final int WHOLE_LINE = 16 + 1 + 64;

    /**
     * Returns the members of the latest run; empty if there is no file.
     *
     * @throws UserError if it holds something else
     */
    static Optional<Members> read(Path folder) {
        Path file = folder.resolve(MembersFile.NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, Set<String>> codes = new HashMap<>(); // never iterated
        Map<String, Set<String>> same = new HashMap<>(); // one set for all trials of one code
        try (LineScanner scanner = new LineScanner(file)) {
            for (var next = scanner.next(); next.isPresent(); next = scanner.next()) {
                if (!next.get().isBlank()) {
                    add(file, next.get(), codes, same);
                }
            }
            LineScanner.Line tail = scanner.tail();
            boolean whole = tail.bytes().length == WHOLE_LINE; // only its line feed is missing
            if (whole) {
                add(file, tail, codes, same);
            }
            boolean torn = !whole && !tail.isBlank();
            if (torn && tail.bytes().length > WHOLE_LINE) {
                throw garbled(file, tail);
            }
            return Optional.of(new Members(codes, torn));
        } catch (IOException e) {
            throw new UserError(file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    private static void add(
            Path file, LineScanner.Line line, Map<String, Set<String>> codes, Map<String, Set<String>> same) {
        var words = LINE.matcher(new String(line.bytes(), StandardCharsets.ISO_8859_1).stripTrailing());
        if (!words.matches()) {
            throw garbled(file, line);
        }
        String code = words.group(2) == null ? "" : words.group(2);
        Set<String> one = same.computeIfAbsent(code, Set::of);
        codes.merge(words.group(1), one, Members::both);
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

    /** Returns the number of trials. */
    int size() {
        return codes.size();
    }
}
