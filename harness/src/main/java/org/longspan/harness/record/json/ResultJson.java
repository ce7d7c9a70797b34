package org.longspan.harness.record.json;

import java.util.List;
import org.longspan.harness.record.BriefResult;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Spent;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TimedResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialEnd;
import org.longspan.harness.record.TrialId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the lines of {@code results.jsonl}, which may be damaged, in full or in brief. {@link RecordJson}, which writes
 * them, belongs to the code of every trial. This class does not, so a change to it makes no result stale.
 */
public final class ResultJson {

    private static final JsonMapper BRIEF = StrictJson.MAPPER
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ResultJson() {}

    /**
     * Returns the result in a line.
     *
     * @throws IllegalArgumentException if the line is not a result; the message is one sentence
     */
    public static StoredResult read(String line) {
        StoredResult stored = StrictJson.read(StrictJson.MAPPER, line, StoredResult.class);
        require(
                stored.id(),
                stored.trial(),
                stored.result().outcome(),
                !stored.result().curve().isEmpty());
        return stored;
    }

    /**
     * Returns in brief the result in a line whose content is known to be what a run wrote: its curve is passed over.
     *
     * @throws IllegalArgumentException if the line is not a result; the message is one sentence
     */
    public static BriefResult readBriefly(String line) {
        Brief brief = StrictJson.read(BRIEF, line, Brief.class);
        LastPoint last = brief.result().curve();
        require(brief.id(), brief.trial(), brief.result().outcome(), last.exists());
        return new BriefResult(
                brief.id(),
                brief.trial(),
                brief.code(),
                new TrialEnd(brief.result().outcome(), last.loss()),
                Spent.of(brief.result().costs(), brief.circumstances()));
    }

    /**
     * Returns by how it ended the result in a line whose content is known to be what a run wrote: its curve is passed
     * over, and whether the id is that of its trial is not asked.
     *
     * @throws IllegalArgumentException if the line is not a result; the message is one sentence
     */
    public static TimedResult readTimed(String line) {
        TimedLine timed = StrictJson.read(BRIEF, line, TimedLine.class);
        return new TimedResult(
                timed.id(), timed.trial(), timed.code(), timed.result().outcome(), timed.circumstances());
    }

    private static void require(TrialId id, Trial trial, Outcome outcome, boolean evaluated) {
        if (!RecordJson.id(trial).equals(id)) {
            throw new IllegalArgumentException("id " + id + " is not that of its trial");
        }
        if (outcome instanceof Outcome.BudgetSpent && !evaluated) {
            throw new IllegalArgumentException("a trial that spent its budget has no curve");
        }
    }

    private record TimedLine(TrialId id, Trial trial, String code, TimedEnd result, Circumstances circumstances) {}

    private record TimedEnd(Outcome outcome) {}

    private record Brief(TrialId id, Trial trial, String code, BriefEnd result, Circumstances circumstances) {}

    private record BriefEnd(
            Outcome outcome,
            Costs costs,
            @JsonDeserialize(using = LastPoint.Reader.class) LastPoint curve) {}

    /** The last point of a curve, read without the other columns. */
    private record LastPoint(boolean exists, Double loss) {

        static final class Reader extends StdDeserializer<LastPoint> {
            Reader() {
                super(LastPoint.class);
            }

            @Override
            public LastPoint deserialize(JsonParser in, DeserializationContext context) {
                if (in.currentToken() != JsonToken.START_OBJECT) {
                    return (LastPoint) context.handleUnexpectedToken(context.constructType(LastPoint.class), in);
                }
                LastPoint last = new LastPoint(false, null);
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    if (name.equals(CurveColumns.VALIDATION_LOSS)) {
                        List<Double> losses = CurveColumns.read(in, context);
                        last = losses.isEmpty() ? last : new LastPoint(true, losses.get(losses.size() - 1));
                    } else {
                        in.skipChildren();
                    }
                }
                return last;
            }
        }
    }
}
