package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records from files that may be damaged: null is refused where a value must be, and what is wrong is said with
 * its key. {@link RecordJson} belongs to the code of every trial. This class does not, so a change to it makes no
 * result stale.
 */
final class StrictJson {

    private static final int LONGEST = 300;

    /** Refuses null for all but numbers, which are null where they are not finite. */
    static final JsonMapper MAPPER = RecordJson.MAPPER
            .rebuild()
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(Double.class, of -> of.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private StrictJson() {}

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
        String key = key(e);
        if (e instanceof InvalidNullException) {
            return key + " is null, expected a value" + column(e);
        }
        if (e instanceof PropertyBindingException unknown) {
            return "unknown key \"" + unknown.getPropertyName() + "\"" + column(e);
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException cause) {
            return cause.getMessage() + column(e);
        }
        if (speaksOfJava(e) && !key.isEmpty()) {
            return key + " holds a value of another kind than expected" + column(e);
        }
        String message = e.getOriginalMessage();
        String first =
                message == null ? "not JSON" : message.lines().findFirst().orElse("not JSON");
        return (first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first) + column(e);
    }

    private static boolean speaksOfJava(JacksonException e) {
        String message = e.getOriginalMessage();
        return e instanceof MismatchedInputException && message != null && message.matches("(?s)(Cannot|Could not) .*");
    }

    private static String key(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String column(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getColumnNr() < 0
                ? ""
                : " (column " + e.getLocation().getColumnNr() + ")";
    }
}
