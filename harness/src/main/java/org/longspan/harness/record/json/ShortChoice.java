package org.longspan.harness.record.json;

import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Settings;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A choice in JSON: just its name if it has no settings, else {@code {"name": ..., "settings": ...}}. Trials from
 * before the choice could have settings keep their text and id.
 */
final class ShortChoice {

    private ShortChoice() {}

    static final class Writer extends StdSerializer<Choice> {
        Writer() {
            super(Choice.class);
        }

        @Override
        public void serialize(Choice choice, JsonGenerator out, SerializationContext context) {
            if (choice.settings().values().isEmpty()) {
                out.writeString(choice.name());
            } else {
                context.writeValue(out, choice);
            }
        }
    }

    static final class Reader extends StdDeserializer<Choice> {
        Reader() {
            super(Choice.class);
        }

        @Override
        public Choice deserialize(JsonParser in, DeserializationContext context) {
            return in.currentToken() == JsonToken.VALUE_STRING
                    ? new Choice(in.getString(), Settings.NONE)
                    : context.readValue(in, Choice.class);
        }
    }
}
