package org.longspan.reports.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes the document as text. */
public final class JsonReport {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(Double.TYPE, new FiniteOrNull()))
            .build();

    private JsonReport() {}

    /** Returns the text of {@code document}, a record whose lists hold records, one cell or comparison a line, so that a diff shows which one changed. */
    public static String text(Record document) {
        StringBuilder text = new StringBuilder("{");
        var tree = MAPPER.valueToTree(document);
        String separator = "\n";
        for (var property : tree.properties()) {
            text.append(separator)
                    .append(MAPPER.writeValueAsString(property.getKey()))
                    .append(": ");
            if (property.getValue().isArray() && !property.getValue().isEmpty()) {
                text.append('[');
                String comma = "\n  ";
                for (var element : property.getValue()) {
                    text.append(comma).append(MAPPER.writeValueAsString(element));
                    comma = ",\n  ";
                }
                text.append("\n]");
            } else {
                text.append(MAPPER.writeValueAsString(property.getValue()));
            }
            separator = ",\n";
        }
        return text.append("\n}\n").toString();
    }

    /**
     * Returns the document in {@code text}.
     *
     * @throws IllegalArgumentException if the text is not such a document
     */
    public static <T extends Record> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** The last fence: whatever number gets here, JSON has no NaN and no Infinity. */
    private static final class FiniteOrNull extends StdSerializer<Double> {

        FiniteOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }
}
