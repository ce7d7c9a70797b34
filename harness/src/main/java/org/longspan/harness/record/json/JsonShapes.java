package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Costs;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Outcome;
import org.longspan.harness.record.SolvedStep;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** Jackson mix-ins for the records, which keep the records free of annotations. */
final class JsonShapes {

    private static final String STEPS = "steps";
    private static final String INITIAL_STATE = "initialState";

    private JsonShapes() {}

    /** Writes an outcome as {@code {"kind": "solved", ...}}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Solved.class, name = "solved"),
        @JsonSubTypes.Type(value = Outcome.BudgetSpent.class, name = "budget-spent"),
        @JsonSubTypes.Type(value = Outcome.Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
    })
    interface OutcomeShape {}

    /** Writes causes as words. */
    enum CauseShape {
        @JsonProperty("weights-not-finite")
        WEIGHTS_NOT_FINITE,
        @JsonProperty("gradient-not-finite")
        GRADIENT_NOT_FINITE,
        @JsonProperty("far-off")
        FAR_OFF
    }

    /** Writes phases as words. */
    enum PhaseShape {
        @JsonProperty("tuning")
        TUNING,
        @JsonProperty("evaluation")
        EVALUATION
    }

    /** Leaves out an empty list of solved steps, and writes a curve as columns. */
    abstract static class TrialResultShape {
        TrialResultShape(
                Outcome outcome,
                int attempts,
                Double chance,
                @JsonDeserialize(using = CurveColumns.Reader.class) List<CurvePoint> curve,
                Costs costs,
                List<Double> thresholdUnits,
                int parameters,
                String weights,
                @JacksonInject(value = STEPS, optional = OptBoolean.TRUE) List<SolvedStep> steps) {}

        @JsonSerialize(using = CurveColumns.Writer.class)
        abstract List<CurvePoint> curve();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<SolvedStep> steps();
    }

    /** Leaves out a zero initial state. */
    abstract static class ModelChoiceShape {
        ModelChoiceShape(
                Choice cell,
                int hidden,
                int layers,
                Choice initialization,
                Choice regularizer,
                @JacksonInject(value = INITIAL_STATE, optional = OptBoolean.TRUE) String initialState) {}

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Zero.class)
        abstract String initialState();
    }

    /** Equals the value that is left out. */
    static final class Zero {
        @Override
        public boolean equals(Object other) {
            return ModelChoice.ZERO.equals(other);
        }

        @Override
        public int hashCode() {
            return ModelChoice.ZERO.hashCode();
        }
    }

    /** Writes an id as its 16 digits. */
    abstract static class TrialIdShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TrialIdShape(String value) {}

        @JsonValue
        abstract String value();
    }
}
