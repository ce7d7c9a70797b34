package org.longspan.harness.record.json;

import java.util.Map;
import java.util.TreeMap;
import org.longspan.numerics.catalogue.Settings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Settings in JSON: one flat object with sorted keys, whose values are numbers or words. */
final class SettingsValues {

    private SettingsValues() {}

    static final class Writer extends StdSerializer<Settings> {
        Writer() {
            super(Settings.class);
        }

        @Override
        public void serialize(Settings settings, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            for (Map.Entry<String, Object> setting : settings.values().entrySet()) {
                out.writeName(setting.getKey());
                if (setting.getValue() instanceof Double number) {
                    Doubles.write(number, out);
                } else {
                    out.writeString((String) setting.getValue());
                }
            }
            out.writeEndObject();
        }
    }

    static final class Reader extends StdDeserializer<Settings> {
        Reader() {
            super(Settings.class);
        }

        @Override
        public Settings deserialize(JsonParser in, DeserializationContext context) {
            Map<String, Object> values = new TreeMap<>();
            if (in.currentToken() != JsonToken.START_OBJECT) {
                return (Settings) context.handleUnexpectedToken(context.constructType(Settings.class), in);
            }
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                boolean isWord = in.nextToken() == JsonToken.VALUE_STRING
                        && !in.getString().equals(Doubles.INFINITE);
                values.put(name, isWord ? in.getString() : (Object) Doubles.read(in, context));
            }
            return new Settings(values);
        }
    }
}
