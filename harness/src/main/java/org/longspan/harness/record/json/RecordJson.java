package org.longspan.harness.record.json;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes trials and results as JSON and reads them. Reading refuses unknown, missing and duplicate keys. Writing is canonical:
 * equal records give equal bytes on every JDK.
 */
public final class RecordJson {

    private static final int ID_DIGITS = 16;

    /** Reads and writes trials and results. */
    static final JsonMapper MAPPER = mapper();

    private RecordJson() {}

    /** Returns the canonical text of a trial, which determines its id. */
    public static String canonical(Trial trial) {
        return MAPPER.writeValueAsString(trial);
    }

    /** Returns the id of a trial: the first 16 hexadecimal digits of the SHA-256 of its canonical text. */
    public static TrialId id(Trial trial) {
        String hash = Hashing.sha256()
                .hashString(canonical(trial), StandardCharsets.UTF_8)
                .toString();
        return new TrialId(hash.substring(0, ID_DIGITS));
    }

    /** Returns {@code stored} as a line of {@code results.jsonl}, without the line break. */
    public static String line(StoredResult stored) {
        return MAPPER.writeValueAsString(stored);
    }

    /** Returns {@code stored} as a line without its circumstances; two equal runs give equal lines. */
    public static String canonicalLine(StoredResult stored) {
        return MAPPER.writeValueAsString(
                new CanonicalResult(stored.id(), stored.trial(), stored.code(), stored.result()));
    }

    /**
     * Returns the result in a line of {@code results.jsonl}.
     *
     * @throws IllegalArgumentException if the line is not a result; the message is one sentence
     */
    public static StoredResult readLine(String line) {
        return read(MAPPER, line, StoredResult.class);
    }

    /** Returns the first difference between two results, with both values; empty if every bit agrees. */
    public static Optional<String> firstDifference(TrialResult stored, TrialResult now) {
        return Differences.first("", MAPPER.valueToTree(stored), MAPPER.valueToTree(now));
    }

    /** Returns the first difference between two rules, with both values; empty if they agree. */
    public static Optional<String> firstDifference(Rules stored, Rules now) {
        return Differences.first("", MAPPER.valueToTree(stored), MAPPER.valueToTree(now));
    }

    /**
     * Returns the record in {@code text}.
     *
     * @throws IllegalArgumentException if the text is not such a record; the message is one sentence
     */
    static <T> T read(JsonMapper mapper, String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(sentence(e), e);
        }
    }

    private static String sentence(JacksonException e) {
        String message = e.getOriginalMessage();
        String first =
                message == null ? "not JSON" : message.lines().findFirst().orElse("not JSON");
        return first
                + (e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")");
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // Double.toString differs between JDK 17 and 25
                .build();
        SimpleModule module = new SimpleModule("longspan")
                .addSerializer(Double.class, new Doubles.Writer())
                .addSerializer(double.class, new Doubles.Writer())
                .addDeserializer(Double.class, new Doubles.Reader())
                .addDeserializer(double.class, new Doubles.Reader())
                .addSerializer(Settings.class, new SettingsValues.Writer())
                .addDeserializer(Settings.class, new SettingsValues.Reader());
        return JsonMapper.builder(factory)
                .addModule(module)
                .addMixIn(Outcome.class, JsonShapes.OutcomeShape.class)
                .addMixIn(Outcome.Cause.class, JsonShapes.CauseShape.class)
                .addMixIn(Replicate.Phase.class, JsonShapes.PhaseShape.class)
                .addMixIn(TrialResult.class, JsonShapes.TrialResultShape.class)
                .addMixIn(ModelChoice.class, JsonShapes.ModelChoiceShape.class)
                .addMixIn(TrialId.class, JsonShapes.TrialIdShape.class)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    /** A stored result without its circumstances. */
    private record CanonicalResult(TrialId id, Trial trial, String code, TrialResult result) {}
}
