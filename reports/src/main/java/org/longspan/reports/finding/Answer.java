package org.longspan.reports.finding;

/**
 * One thing that a run answers.
 *
 * @param topic {@code optimizers}, {@code clippings}, {@code arms}, {@code variance}, {@code divergences} or
 *     {@code problems}
 * @param text a few sentences with numbers, intervals and verdicts
 */
public record Answer(String topic, String text) {

    /** Returns what a reader asks. */
    public String question() {
        return switch (topic) {
            case "optimizers" -> "Which optimizer?";
            case "clippings" -> "Does clipping help, and whom?";
            case "arms" -> "Which combination?";
            case "variance" -> "What decides?";
            case "divergences" -> "What diverges?";
            default -> "What did it cost, and can it be trusted?";
        };
    }
}
