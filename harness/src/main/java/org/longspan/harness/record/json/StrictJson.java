package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records from files that may be damaged: null is refused where a value must be, and what is wrong is said with
 * its key. {@link RecordJson} belongs to the code of every trial. This class does not, so a change to it makes no
 * result stale.
 */
final class StrictJson {

    /** Jackson's words have no other form; its own language stays out of ours. */
    private static final Pattern MISSING = Pattern.compile("Missing (?:required )?creator property '([^']*)'");

    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"([^\"]*)\"");

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
        String message = String.valueOf(e.getOriginalMessage());
        Matcher twice = TWICE.matcher(message);
        if (twice.lookingAt()) {
            return "the key '" + twice.group(1) + "' is there twice" + column(e);
        }
        if (e instanceof StreamReadException && !(e instanceof InputCoercionException)) {
            return "not JSON" + from(e);
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.lookingAt()) {
            return "the key '" + (key.isEmpty() ? missing.group(1) : key) + "' is missing" + column(e);
        }
        return key.isEmpty()
                ? "not a record of the kind expected" + column(e)
                : key + " holds a value of another kind than expected" + column(e);
    }

    private static String from(JacksonException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return column <= 0 ? "" : " from column " + column + " on";
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
