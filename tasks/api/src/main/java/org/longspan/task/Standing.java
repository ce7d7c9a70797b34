package org.longspan.task;

/** Whether a task can be solved, and the chance level of its losses. */
public sealed interface Standing {

    /**
     * A task that can be solved.
     *
     * @param chance the loss of the best predictor that sees no input, only which step it is, by formula
     * @param chanceFormula that formula, such as {@code 10 ln 8 / (T + 20)}
     * @param measure the quantity that the criterion bounds
     * @param solvedAtMost the greatest value of {@code measure} that counts as solved
     */
    record Solvable(double chance, String chanceFormula, Measure measure, double solvedAtMost) implements Standing {}

    /**
     * A task without a solved criterion, such as text.
     *
     * @param chance the loss of a predictor that knows only how often each target occurs, measured
     * @param chanceMeaning what that predictor is
     */
    record Open(double chance, String chanceMeaning) implements Standing {}
}
