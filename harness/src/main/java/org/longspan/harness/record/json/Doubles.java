package org.longspan.harness.record.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Doubles in JSON: the shortest text that reads back as equal bits, and the word {@code inf} for infinity. NaN is
 * refused.
 */
final class Doubles {

    static final String INFINITE = "inf";

    private Doubles() {}

    static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else if (value == Double.POSITIVE_INFINITY) {
            out.writeString(INFINITE);
        } else {
            throw new IllegalArgumentException(
                    value + " cannot be stored, expected a finite number or positive infinity");
        }
    }

    static double read(JsonParser in, DeserializationContext context) {
        if (in.currentToken() == JsonToken.VALUE_STRING && in.getString().equals(INFINITE)) {
            return Double.POSITIVE_INFINITY;
        }
        if (in.currentToken() != null && in.currentToken().isNumeric()) {
            return in.getDoubleValue();
        }
        return (Double) context.handleUnexpectedToken(context.constructType(Double.class), in);
    }

    static final class Writer extends StdSerializer<Double> {
        Writer() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    static final class Reader extends StdDeserializer<Double> {
        Reader() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) {
            return read(in, context);
        }
    }
}
