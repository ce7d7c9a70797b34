package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.numerics.oracle.SequenceForwards;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema and the reader of plans agree on every default. */
class PlanDefaultsTest {

    private static final String DEFAULT = "default";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SCHEMA = JSON.readTree(PlanSchema.text());

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    /**
     * A key that a plan may leave out.
     *
     * @param parent JSON pointer to the object of the key, in a plan
     * @param name of the key
     * @param schema of its value
     */
    record OptionalKey(String parent, String name, JsonNode schema) {

        String description() {
            return schema.path("description").asString("");
        }

        @Override
        public String toString() {
            return parent + "/" + name;
        }
    }

    static List<OptionalKey> keysWithDefault() {
        return optionalKeys().stream().filter(key -> key.schema.has(DEFAULT)).toList();
    }

    static List<OptionalKey> otherKeys() {
        return optionalKeys().stream().filter(key -> !key.schema.has(DEFAULT)).toList();
    }

    private static List<OptionalKey> optionalKeys() {
        List<OptionalKey> keys = new ArrayList<>();
        addOptionalKeys("", SCHEMA, keys);
        return keys;
    }

    private static void addOptionalKeys(String parent, JsonNode object, List<OptionalKey> keys) {
        List<String> required =
                object.path("required").valueStream().map(JsonNode::asString).toList();
        object.get("properties").forEachEntry((name, property) -> {
            JsonNode schema = resolved(property);
            String pointer = parent + "/" + name;
            if (schema.has("properties")) {
                addOptionalKeys(pointer, schema, keys);
            } else if (schema.path("items").has("properties")) {
                addOptionalKeys(pointer + "/0", schema.get("items"), keys);
            } else if (!required.contains(name)) {
                keys.add(new OptionalKey(parent, name, schema));
            }
        });
    }

    private static JsonNode resolved(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode resolved = (ObjectNode)
                SCHEMA.at(schema.get("$ref").asString().substring(1)).deepCopy();
        return resolved.setAll((ObjectNode) schema);
    }

    @ParameterizedTest
    @MethodSource("keysWithDefault")
    void aPlanMayGiveTheDefaultOfTheSchemaOrLeaveItOut(OptionalKey key) {
        ObjectNode explicit = minimal(key.parent);
        ObjectNode parent = key.parent.isEmpty() ? explicit : explicit.withObject(key.parent);
        parent.set(key.name, key.schema.get(DEFAULT));

        assertThat(read(explicit)).isEqualTo(read(minimal(key.parent)));
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void theSchemaDescribesEveryOtherDefault(OptionalKey key) {
        assertThat(key.description()).containsIgnoringCase("by default");
    }

    @Test
    void theSchemaStatesTheFormulasOfTheReader() {
        assertThat(description("/budget/sequence-forwards"))
                .endsWith("by default " + SequenceForwards.GRADIENT + " x batch x updates.");
        assertThat(description("/evaluation/every")).endsWith("by default a hundredth of the updates.");
        assertThat(PlanRules.LOOKS).isEqualTo(100);
    }

    private static String description(String key) {
        return otherKeys().stream()
                .filter(other -> other.toString().equals(key))
                .findFirst()
                .orElseThrow()
                .description();
    }

    /** Returns a plan with the required keys only. */
    private static ObjectNode minimal() {
        return (ObjectNode) JSON.readTree("""
                {"models": [{"cell": "plain"}],
                 "tasks": [{"family": "recall", "lengths": [3]}]}
                """);
    }

    /** Returns a plan with the required keys only, in {@code object} too. */
    private static ObjectNode minimal(String object) {
        ObjectNode plan = minimal();
        if (object.startsWith("/problems")) {
            ObjectNode several = JSON.createObjectNode();
            several.putArray("problems").add(plan);
            return several;
        }
        if (object.equals("/sample")) {
            plan.withObject(object).put("trials", 1);
        }
        return plan;
    }

    /** Reads a plan, and drops its text. */
    private Plan read(ObjectNode json) {
        Plan plan = reader.read("minimal.yaml", json.toString());
        return new Plan(
                plan.name(),
                plan.head(),
                "",
                plan.tier(),
                plan.sample(),
                plan.factors(),
                plan.instruments(),
                plan.rules(),
                plan.files());
    }
}
