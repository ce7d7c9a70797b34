package org.longspan.harness.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TimedResult;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.record.json.ResultJson;

/**
 * What the lines of a durable file hold: one record each, as canonical JSON on one line.
 *
 * @param <B> what is read of a line in brief
 * @param <W> the whole record
 * @param file name of the file
 * @param one what a record is called
 * @param several what several are called
 * @param begins how every line begins, up to the quotation mark of its first value
 * @param text writes a record
 * @param read reads a record
 * @param readBriefly reads the brief form of a record whose line is known to be what a run wrote
 * @param brief returns the brief form of a record
 */
public record LineKind<B, W>(
        String file,
        String one,
        String several,
        String begins,
        Function<W, String> text,
        Function<String, W> read,
        Function<String, B> readBriefly,
        Function<W, B> brief) {

    /** Ends the name of the file that takes the beginnings of lines. */
    static final String TORN = ".torn";

    /** Results of trials. */
    public static final LineKind<BriefResult, StoredResult> RESULTS = new LineKind<>(
            "results.jsonl",
            "result",
            "results",
            "{\"id\":",
            RecordJson::line,
            ResultJson::read,
            ResultJson::readBriefly,
            BriefResult::of);

    /** The same, by how the trials ended. */
    static final LineKind<TimedResult, StoredResult> TIMED_RESULTS = new LineKind<>(
            RESULTS.file(),
            RESULTS.one(),
            RESULTS.several(),
            RESULTS.begins(),
            RESULTS.text(),
            RESULTS.read(),
            ResultJson::readTimed,
            TimedResult::of);

    /** Looks of probes. */
    public static final LineKind<BriefLook, ProbeRecord> LOOKS = new LineKind<>(
            "probes.jsonl",
            "record of a probe",
            "records of probes",
            "{\"trial\":",
            LookJson::line,
            LookJson::read,
            LookJson::readBriefly,
            BriefLook::of);

    /** Returns the place of the file in {@code folder}. */
    public Path in(Path folder) {
        return folder.resolve(file);
    }

    /** Returns whether {@code folder} has the file. */
    public boolean isIn(Path folder) {
        return Files.exists(in(folder));
    }

    /** Returns the name of the file that takes the beginnings of lines that a kill cut off. */
    String torn() {
        return file + TORN;
    }
}
