package org.longspan.reports.finding;

/**
 * One thing that a run answers.
 *
 * @param topic {@code optimizers}, {@code clippings}, {@code arms}, {@code models}, {@code schedules}, {@code policies},
 *     {@code variance}, {@code divergences} or {@code problems}
 * @param text a sentence or two with numbers, intervals and verdicts
 */
public record Answer(String topic, String text) {

    /** Returns what a reader asks. */
    public String question() {
        return switch (topic) {
            case "optimizers" -> "Which optimizer?";
            case "clippings" -> "Does clipping help?";
            case "arms" -> "Which combination?";
            case "models" -> "Which model?";
            case "schedules" -> "Which schedule?";
            case "policies" -> "What of gradients that are not finite?";
            case "variance" -> "What decides?";
            case "divergences" -> "What went wrong?";
            default -> "What can it not say, and what went wrong?";
        };
    }
}
