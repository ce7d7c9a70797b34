package org.longspan.harness.record.json;

import java.util.Optional;
import org.longspan.harness.record.BriefLook;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.TrialId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes looks of probes as the lines of {@code probes.jsonl} and reads them, in full or in brief. Writing is canonical:
 * equal looks give equal bytes on every JDK. No trial's code reaches this class.
 */
public final class LookJson {

    private static final JsonMapper MAPPER = StrictJson.MAPPER
            .rebuild()
            .addMixIn(ProbeFinding.class, LookShapes.FindingShape.class)
            .addMixIn(ProbeFinding.Measured.class, LookShapes.MeasuredShape.class)
            .addMixIn(ProbeFinding.Table.class, LookShapes.TableShape.class)
            .build();

    private static final JsonMapper BRIEF = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private LookJson() {}

    /** Returns the canonical text of a choice. */
    public static String canonical(Choice choice) {
        return MAPPER.writeValueAsString(choice);
    }

    /** Returns {@code stored} as a line of {@code probes.jsonl}, without the line break. */
    public static String line(ProbeRecord stored) {
        ProbeLook look = stored.look();
        return MAPPER.writeValueAsString(new Line(
                stored.trial(),
                look.probe(),
                look.moment(),
                look.updates(),
                look.finding(),
                stored.code(),
                look.seconds()));
    }

    /** Returns {@code stored} as a line without its seconds; two equal runs give equal lines. */
    public static String canonicalLine(ProbeRecord stored) {
        ProbeLook look = stored.look();
        return MAPPER.writeValueAsString(new CanonicalLine(
                stored.trial(), look.probe(), look.moment(), look.updates(), look.finding(), stored.code()));
    }

    /**
     * Returns the look in a line.
     *
     * @throws IllegalArgumentException if the line is not a look; the message is one sentence
     */
    public static ProbeRecord read(String line) {
        Line read = StrictJson.read(MAPPER, line, Line.class);
        if (read.updates() < 0) {
            throw new IllegalArgumentException("updates is " + read.updates() + ", expected at least 0");
        }
        return new ProbeRecord(
                read.trial(),
                read.code(),
                new ProbeLook(read.probe(), read.moment(), read.updates(), read.finding(), read.seconds()));
    }

    /**
     * Returns in brief the look in a line whose content is known to be what a run wrote: its finding is passed over.
     *
     * @throws IllegalArgumentException if the line is not a look; the message is one sentence
     */
    public static BriefLook readBriefly(String line) {
        BriefLine brief = StrictJson.read(BRIEF, line, BriefLine.class);
        boolean failed = brief.finding().kind().equals(LookShapes.FAILED);
        return new BriefLook(brief.trial(), brief.probe(), brief.moment(), brief.code(), failed);
    }

    /** Returns the first difference between two looks, with both values; empty if every bit but the seconds agrees. */
    public static Optional<String> firstDifference(ProbeLook stored, ProbeLook now) {
        return Differences.first("", MAPPER.valueToTree(untimed(stored)), MAPPER.valueToTree(untimed(now)));
    }

    private static ProbeLook untimed(ProbeLook look) {
        return new ProbeLook(look.probe(), look.moment(), look.updates(), look.finding(), 0);
    }

    private record Line(
            TrialId trial,
            String probe,
            String moment,
            long updates,
            ProbeFinding finding,
            String code,
            double seconds) {}

    private record CanonicalLine(
            TrialId trial, String probe, String moment, long updates, ProbeFinding finding, String code) {}

    private record BriefLine(TrialId trial, String probe, String moment, BriefFinding finding, String code) {}

    private record BriefFinding(String kind) {}
}
