package org.longspan.harness.merge;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.record.json.StoredDifference;
import org.longspan.harness.store.LineKind;
import org.longspan.harness.store.LineReader;
import org.longspan.harness.store.Members;

/**
 * How lines of a kind are merged: what tells two records apart, and what of them must be equal on every machine.
 *
 * @param <B> what is read of a line in brief
 * @param <W> the whole record
 * @param lines the kind
 * @param names what a record is called, what tells it apart from others of any code, and its line in {@code run.trials}
 * @param failed whether a record says no more than that its making broke off
 * @param circumstances begins what follows the part of a line that is equal on every machine
 * @param text writes a record as a line without its check
 * @param difference finds the first difference of two records
 */
record MergedKind<B, W>(
        LineKind<B, W> lines,
        Names<B> names,
        Predicate<B> failed,
        String circumstances,
        Function<W, String> text,
        Difference<W> difference) {

    /**
     * How a record is named.
     *
     * @param noun in a sentence
     * @param any without its code
     * @param key with its code, as in {@code run.trials}
     */
    record Names<B>(Function<B, String> noun, Function<B, String> any, Function<B, String> key) {}

    /** Compares two records. */
    interface Difference<W> {

        /** Returns the first difference; empty if all is equal that must be. */
        Optional<StoredDifference> between(W one, W other);
    }

    /** Results of trials. */
    static final MergedKind<BriefResult, StoredResult> RESULTS = new MergedKind<>(
            LineKind.RESULTS,
            new Names<>(
                    brief -> "trial " + brief.id(),
                    brief -> brief.id().value(),
                    brief -> Members.line(brief.id(), brief.code())),
            brief -> brief.end().outcome() instanceof Outcome.Failed,
            ",\"circumstances\":",
            RecordJson::line,
            StoredDifference::of);

    /** Looks of probes. */
    static final MergedKind<BriefLook, ProbeRecord> LOOKS = new MergedKind<>(
            LineKind.LOOKS,
            new Names<>(
                    brief -> "the look of " + brief.probe() + " at moment " + brief.moment() + " of trial "
                            + brief.trial(),
                    brief -> brief.trial() + " " + brief.probe() + " " + brief.moment(),
                    Members::line),
            BriefLook::failed,
            ",\"seconds\":",
            LookJson::line,
            StoredDifference::of);

    /**
     * Returns the digest of what must be equal on every machine. A line with a check is what a run wrote, so its text
     * need not be made anew.
     *
     * @param line with or without a check
     */
    HashCode digest(LineReader.Text line) {
        byte[] canonical = line.checked()
                ? line.content()
                : text.apply(lines.read().apply(new String(line.content(), StandardCharsets.UTF_8)))
                        .getBytes(StandardCharsets.UTF_8);
        return Hashing.sha256().hashBytes(canonical, 0, end(canonical));
    }

    /** What follows is short, so it is searched from the back. */
    private int end(byte[] line) {
        byte[] word = circumstances.getBytes(StandardCharsets.US_ASCII);
        for (int at = line.length - word.length; at > 0; at--) {
            if (Arrays.equals(line, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return line.length;
    }
}
