package org.longspan.harness.record.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.StepSummary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A curve in JSON: an object with a column for each quantity, all equally long, with null where a value is not finite. A
 * column of nothing but nulls is left out, except the first four.
 */
final class CurveColumns {

    private static final String UPDATES = "updates";
    private static final String SEQUENCE_FORWARDS = "sequenceForwards";
    static final String VALIDATION_LOSS = "validationLoss";
    private static final String VALIDATION_MEASURE = "validationMeasure";
    private static final List<Column> COLUMNS = List.of(
            new Column(VALIDATION_LOSS, CurvePoint::validationLoss),
            new Column(VALIDATION_MEASURE, CurvePoint::validationMeasure),
            new Column("trainLoss", point -> point.steps().trainLoss()),
            new Column("gradientNorm", point -> point.steps().gradientNorm()),
            new Column("gradientNormMax", point -> point.steps().gradientNormMax()),
            new Column("clippedNorm", point -> point.steps().clippedNorm()),
            new Column("updateNorm", point -> point.steps().updateNorm()),
            new Column("clippedShare", point -> point.steps().clippedShare()),
            new Column("signalPenalty", point -> point.steps().signalPenalty()));

    private CurveColumns() {}

    /** A quantity of a point. */
    private record Column(String name, Function<CurvePoint, Double> value) {

        boolean isWritten(List<CurvePoint> curve) {
            boolean always = name.equals(VALIDATION_LOSS) || name.equals(VALIDATION_MEASURE);
            return always || curve.stream().anyMatch(point -> value.apply(point) != null);
        }
    }

    static final class Writer extends StdSerializer<List<CurvePoint>> {
        Writer() {
            super(List.class, false);
        }

        @Override
        public void serialize(List<CurvePoint> curve, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            writeWhole(UPDATES, curve, CurvePoint::updates, out);
            writeWhole(SEQUENCE_FORWARDS, curve, CurvePoint::sequenceForwards, out);
            for (Column column : COLUMNS) {
                if (column.isWritten(curve)) {
                    out.writeArrayPropertyStart(column.name());
                    for (CurvePoint point : curve) {
                        Double value = column.value().apply(point);
                        if (value == null) {
                            out.writeNull();
                        } else {
                            Doubles.write(value, out);
                        }
                    }
                    out.writeEndArray();
                }
            }
            out.writeEndObject();
        }

        private static void writeWhole(
                String name, List<CurvePoint> curve, Function<CurvePoint, Long> value, JsonGenerator out) {
            out.writeArrayPropertyStart(name);
            for (CurvePoint point : curve) {
                out.writeNumber(value.apply(point));
            }
            out.writeEndArray();
        }
    }

    static final class Reader extends StdDeserializer<List<CurvePoint>> {
        Reader() {
            super(List.class);
        }

        @Override
        public List<CurvePoint> deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw wrong(in, context, "a curve is no object of columns");
            }
            List<Long> updates = List.of();
            List<Long> forwards = List.of();
            Map<String, List<Double>> columns = new TreeMap<>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case UPDATES -> updates = readWhole(in, context);
                    case SEQUENCE_FORWARDS -> forwards = readWhole(in, context);
                    default -> columns.put(name, read(in, context));
                }
            }
            return points(updates, forwards, new Values(columns, in, context));
        }

        private static List<CurvePoint> points(List<Long> updates, List<Long> forwards, Values values) {
            values.require(forwards.size() == updates.size() && values.areOfLength(updates.size()));
            List<CurvePoint> curve = new ArrayList<>();
            for (int i = 0; i < updates.size(); i++) {
                Double share = values.at("clippedShare", i);
                StepSummary steps = new StepSummary(
                        values.at("trainLoss", i),
                        values.at("gradientNorm", i),
                        values.at("gradientNormMax", i),
                        values.at("clippedNorm", i),
                        values.at("updateNorm", i),
                        share == null ? 0 : share,
                        values.at("signalPenalty", i));
                curve.add(new CurvePoint(
                        updates.get(i),
                        forwards.get(i),
                        values.at(VALIDATION_LOSS, i),
                        values.at(VALIDATION_MEASURE, i),
                        steps));
            }
            return curve;
        }

        private static List<Long> readWhole(JsonParser in, DeserializationContext context) {
            List<Long> column = new ArrayList<>();
            requireArray(in, context);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                    throw wrong(in, context, "a column of whole numbers holds another value");
                }
                column.add(in.getLongValue());
            }
            return column;
        }
    }

    /** The columns of a curve that is read. */
    private record Values(Map<String, List<Double>> columns, JsonParser in, DeserializationContext context) {

        boolean areOfLength(int length) {
            return columns.values().stream().allMatch(column -> column.size() == length)
                    && COLUMNS.stream().map(Column::name).toList().containsAll(columns.keySet());
        }

        void require(boolean right) {
            if (!right) {
                throw wrong(in, context, "the columns of a curve are not of one length, or one is unknown");
            }
        }

        Double at(String name, int i) {
            List<Double> column = columns.get(name);
            return column == null ? null : column.get(i);
        }
    }

    /** Reads a column of numbers, with null where a value is missing. */
    static List<Double> read(JsonParser in, DeserializationContext context) {
        List<Double> column = new ArrayList<>();
        requireArray(in, context);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            column.add(in.currentToken() == JsonToken.VALUE_NULL ? null : (Double) Doubles.read(in, context));
        }
        return column;
    }

    private static void requireArray(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(in, context, "a column of a curve is no array");
        }
    }

    private static RuntimeException wrong(JsonParser in, DeserializationContext context, String what) {
        return context.weirdStringException(in.getString() == null ? "" : in.getString(), List.class, what);
    }
}
