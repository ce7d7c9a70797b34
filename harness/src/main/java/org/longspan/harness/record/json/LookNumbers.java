package org.longspan.harness.record.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What probes measured, in JSON: an object of numbers or of columns of numbers, in its order, with null for NaN.
 */
final class LookNumbers {

    private LookNumbers() {}

    private static void write(double value, JsonGenerator out) {
        if (Double.isNaN(value)) {
            out.writeNull();
        } else {
            Doubles.write(value, out);
        }
    }

    private static double read(JsonParser in, DeserializationContext context) {
        return in.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : Doubles.read(in, context);
    }

    static final class NumbersWriter extends StdSerializer<Map<String, Double>> {
        NumbersWriter() {
            super(Map.class, false);
        }

        @Override
        public void serialize(Map<String, Double> numbers, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            numbers.forEach((name, value) -> {
                out.writeName(name);
                write(value, out);
            });
            out.writeEndObject();
        }
    }

    static final class NumbersReader extends StdDeserializer<Map<String, Double>> {
        NumbersReader() {
            super(Map.class);
        }

        @Override
        public Map<String, Double> deserialize(JsonParser in, DeserializationContext context) {
            require(JsonToken.START_OBJECT, in, context);
            Map<String, Double> numbers = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                numbers.put(name, read(in, context));
            }
            return numbers;
        }
    }

    static final class ColumnsWriter extends StdSerializer<Map<String, List<Double>>> {
        ColumnsWriter() {
            super(Map.class, false);
        }

        @Override
        public void serialize(Map<String, List<Double>> columns, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            columns.forEach((name, values) -> {
                out.writeArrayPropertyStart(name);
                values.forEach(value -> write(value, out));
                out.writeEndArray();
            });
            out.writeEndObject();
        }
    }

    static final class ColumnsReader extends StdDeserializer<Map<String, List<Double>>> {
        ColumnsReader() {
            super(Map.class);
        }

        @Override
        public Map<String, List<Double>> deserialize(JsonParser in, DeserializationContext context) {
            require(JsonToken.START_OBJECT, in, context);
            Map<String, List<Double>> columns = new LinkedHashMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                require(JsonToken.START_ARRAY, in, context);
                List<Double> values = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    values.add(read(in, context));
                }
                columns.put(name, values);
            }
            return columns;
        }
    }

    private static void require(JsonToken token, JsonParser in, DeserializationContext context) {
        if (in.currentToken() != token) {
            context.handleUnexpectedToken(context.constructType(Map.class), in);
        }
    }
}
