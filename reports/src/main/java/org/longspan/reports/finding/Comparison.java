package org.longspan.reports.finding;

import java.util.Optional;
import org.longspan.reports.statistics.PairedEffect;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.Problem;

/**
 * An arm against another on the seeds that both were run with.
 *
 * @param problem where
 * @param arm A
 * @param against B
 * @param seeds number of pairs
 * @param effect P(A better than B), if there is a pair
 * @param p of the exact sign-flip test, if a claim may be made
 * @param adjusted p by Holm within the family, if a claim may be made
 * @param verdict {@code better}, {@code worse}, {@code inconclusive} or {@code no claim}
 */
public record Comparison(
        Problem problem,
        Arm arm,
        Arm against,
        int seeds,
        Optional<PairedEffect> effect,
        Optional<Double> p,
        Optional<Double> adjusted,
        String verdict) {}
