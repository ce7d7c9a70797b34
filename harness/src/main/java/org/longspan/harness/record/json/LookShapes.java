package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** Jackson mix-ins for what probes found; {@link JsonShapes} has those that belong to the code of every trial. */
final class LookShapes {

    static final String FAILED = "failed";

    private LookShapes() {}

    /** Writes a finding as {@code {"kind": "measured", ...}}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ProbeFinding.Measured.class, name = "measured"),
        @JsonSubTypes.Type(value = ProbeFinding.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = ProbeFinding.Failed.class, name = FAILED)
    })
    interface FindingShape {}

    /** Writes numbers that may be NaN. */
    abstract static class MeasuredShape {
        MeasuredShape(
                @JsonDeserialize(using = LookNumbers.NumbersReader.class) Map<String, Double> numbers,
                List<ProbeFinding.Table> tables,
                List<String> notes) {}

        @JsonSerialize(using = LookNumbers.NumbersWriter.class)
        abstract Map<String, Double> numbers();
    }

    /** Writes columns in their order. */
    abstract static class TableShape {
        TableShape(
                String name,
                @JsonDeserialize(using = LookNumbers.ColumnsReader.class) Map<String, List<Double>> columns) {}

        @JsonSerialize(using = LookNumbers.ColumnsWriter.class)
        abstract Map<String, List<Double>> columns();
    }
}
