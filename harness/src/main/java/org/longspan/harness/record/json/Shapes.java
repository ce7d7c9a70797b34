package org.longspan.harness.record.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Outcome;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** What JSON must know of the records, kept here so that the records themselves stay plain. */
final class Shapes {

    private Shapes() {}

    /** {@code {"kind": "solved", ...}}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Solved.class, name = "solved"),
        @JsonSubTypes.Type(value = Outcome.BudgetSpent.class, name = "budget-spent"),
        @JsonSubTypes.Type(value = Outcome.Diverged.class, name = "diverged"),
        @JsonSubTypes.Type(value = Outcome.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed")
    })
    interface OutcomeShape {}

    /** The causes as words. */
    enum CauseShape {
        @JsonProperty("loss-not-finite")
        LOSS_NOT_FINITE,
        @JsonProperty("weights-not-finite")
        WEIGHTS_NOT_FINITE,
        @JsonProperty("gradient-not-finite")
        GRADIENT_NOT_FINITE,
        @JsonProperty("gradient-huge")
        GRADIENT_HUGE,
        @JsonProperty("far-off")
        FAR_OFF
    }

    /** The policy as its name, where it has no settings. */
    interface DivergenceShape {
        @JsonSerialize(using = ShortChoice.Writer.class)
        @JsonDeserialize(using = ShortChoice.Reader.class)
        Choice nonFiniteGradient();
    }

    /** The id as its 16 digits. */
    abstract static class TrialIdShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        TrialIdShape(String value) {}

        @JsonValue
        abstract String value();
    }
}
