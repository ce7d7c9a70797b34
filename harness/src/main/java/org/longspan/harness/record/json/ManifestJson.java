package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.Sample;
import org.longspan.harness.record.TaskChoice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the manifest of a run as JSON and reads it. {@link RecordJson} gives a trial its id and so belongs to the code
 * of every trial. This class does not, so a change to the manifest makes no result stale.
 */
public final class ManifestJson {

    private static final String CHECK = "check";
    private static final String FILES = "files";
    private static final String PLUG_INS = "plugIns";
    private static final List<String> OF_SOME_RUNS = List.of("positiveControl", "sample");
    private static final List<String> LISTS_THAT_CAME_LATER =
            List.of("authors", "leftOut", "probes", "references", "warnings");
    private static final List<String> TEXTS_OF_THE_HEAD = List.of("title", "doi");
    private static final JsonMapper MAPPER = StrictJson.MAPPER
            .rebuild()
            .addMixIn(Manifest.class, ManifestShape.class)
            .addMixIn(Manifest.Provenance.class, ProvenanceShape.class)
            .addMixIn(PlanHead.class, HeadShape.class)
            .addMixIn(Manifest.Tuning.class, TuningShape.class)
            .addMixIn(Instruments.class, InstrumentsShape.class)
            .addMixIn(Manifest.LeftOut.class, LeftOutShape.class)
            .withConfigOverride(Optional.class, of -> of.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private ManifestJson() {}

    /** Returns a manifest as the text of {@code run.json}. */
    public static String write(Manifest manifest) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    }

    /** Returns why {@code text} is not a whole JSON object, as half a sentence; empty if it is one. */
    public static Optional<String> damage(String text) {
        if (text.isBlank()) {
            return Optional.of("is empty");
        }
        try {
            return MAPPER.readTree(text).isObject() ? Optional.empty() : Optional.of("holds no JSON object");
        } catch (JacksonException e) {
            boolean halfAToken = text.startsWith("{") && !text.stripTrailing().endsWith("}");
            return Optional.of(
                    halfAToken || e instanceof UnexpectedEndOfInputException
                            ? "is cut off in line " + text.lines().count()
                            : "is not JSON from line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr() + " on");
        }
    }

    /**
     * Returns the manifest in the text of {@code run.json}, which must not be {@linkplain #damage damaged}.
     *
     * @throws IllegalArgumentException if the text is not a manifest of this schema version; the message is one
     *     sentence
     */
    public static Manifest read(String text) {
        JsonNode tree = MAPPER.readTree(text);
        int schema = tree.path("schema").asInt(0);
        if (schema != Manifest.SCHEMA) {
            String commit = tree.path("commit").asString("");
            throw new IllegalArgumentException("schema version " + schema + ", expected " + Manifest.SCHEMA
                    + ": its results follow another protocol, and Longspan "
                    + tree.path("version").asString("of another version")
                    + (commit.isEmpty() ? "" : ", commit " + commit + ",") + " reads them");
        }
        Manifest manifest = StrictJson.read(MAPPER, complete(text), Manifest.class);
        requireSomething(manifest);
        return manifest;
    }

    /** A plan crosses at least one of each. */
    private static void requireSomething(Manifest manifest) {
        Manifest.Design design = manifest.design();
        requireSome("tasks", design.tasks());
        requireSome("models", design.models());
        requireSome("optimizers", design.optimizers());
        requireSome("clippings", design.clippings());
        requireSome("schedules", design.schedules());
        requireSome("policies", design.policies());
        for (Manifest.LeftOut leftOut : design.leftOut()) {
            if (!design.models().contains(leftOut.model())) {
                throw new IllegalArgumentException("leftOut names a model that is not among the models");
            }
        }
    }

    private static void requireSome(String key, List<?> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(key + " is empty, expected at least one");
        }
    }

    /** Adds keys that are left out or that earlier versions did not write; leaves out the file's check of its content. */
    private static String complete(String text) {
        ObjectNode manifest = (ObjectNode) MAPPER.readTree(text);
        manifest.remove(CHECK);
        if (!manifest.has(FILES)) {
            manifest.putObject(FILES);
        }
        for (String key : OF_SOME_RUNS) {
            if (!manifest.has(key)) {
                manifest.putNull(key);
            }
        }
        if (!manifest.has(PLUG_INS)) {
            manifest.set(PLUG_INS, MAPPER.valueToTree(PlugInJars.NONE));
        }
        for (String key : TEXTS_OF_THE_HEAD) {
            if (!manifest.has(key)) {
                manifest.put(key, "");
            }
        }
        for (String list : LISTS_THAT_CAME_LATER) {
            if (!manifest.has(list)) {
                manifest.putArray(list);
            }
        }
        return MAPPER.writeValueAsString(manifest);
    }

    /** Flattens {@code run.json}. */
    abstract static class ManifestShape {
        ManifestShape(
                int schema,
                @JsonUnwrapped Manifest.Provenance provenance,
                @JsonUnwrapped Manifest.Tuning tuning,
                @JsonUnwrapped Manifest.Design design,
                @JsonUnwrapped Rules rules,
                Map<String, String> files,
                PlugInJars plugIns,
                List<Manifest.Reference> references,
                List<Manifest.Warning> warnings) {}

        @JsonUnwrapped
        abstract Manifest.Provenance provenance();

        @JsonUnwrapped
        abstract Manifest.Tuning tuning();

        @JsonUnwrapped
        abstract Manifest.Design design();

        @JsonUnwrapped
        abstract Rules rules();
    }

    /** Flattens the head of the plan. */
    abstract static class ProvenanceShape {
        ProvenanceShape(
                String plan,
                String planText,
                @JsonUnwrapped PlanHead head,
                String version,
                String commit,
                Map<String, String> code) {}

        @JsonUnwrapped
        abstract PlanHead head();
    }

    /** Leaves out what the plan does not say. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    interface HeadShape {}

    /** Flattens the instruments, leaves out the sample of a run that has none, and takes a run without a control. */
    abstract static class TuningShape {
        TuningShape(
                String tier,
                int settings,
                @JsonSetter(nulls = Nulls.SET) String control,
                @JsonUnwrapped Instruments instruments,
                int controlBlocks,
                int blocks,
                Optional<Sample> sample) {}

        @JsonSetter(nulls = Nulls.SET)
        abstract String control();

        @JsonUnwrapped
        abstract Instruments instruments();

        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        abstract Optional<Sample> sample();
    }

    /** Leaves out what a run does not have. */
    interface InstrumentsShape {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> positiveControl();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ProbeChoice> probes();
    }

    /** Takes optimizers that are left out on all tasks. */
    interface LeftOutShape {
        @JsonSetter(nulls = Nulls.SET)
        TaskChoice task();
    }
}
