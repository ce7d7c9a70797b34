package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.longspan.reports.statistics.Holm;
import org.longspan.reports.statistics.Interval;

/**
 * Judges comparisons together, so that any of them says something false with a probability of at most their share of
 * {@link Design#LEVEL}:
 *
 * <pre>  adjusted p = min(1, Holm(p) / share),  shown where at most 0.05</pre>
 *
 * for differences and, apart from them, for equivalence. Adjusted p of all families are so on one scale. Comparisons
 * that are not tested take no part: which those are follows from the sizes of the differences, and the test is of their
 * signs.
 */
final class Family {

    private final Tests tests;

    Family(Tests tests) {
        this.tests = tests;
    }

    /**
     * Returns the judgements, in the order given.
     *
     * @param share of the level, in (0, 1]
     * @param parentP adjusted p of what these comparisons are part of, 0 if of nothing; no p is under it
     */
    List<Judgement> judge(List<Paired> members, double share, double parentP) {
        List<Integer> tested = IntStream.range(0, members.size())
                .filter(i -> members.get(i).counts().nonZero() >= SignFlip.FEWEST)
                .boxed()
                .toList();
        List<SignFlip> flips =
                tested.stream().map(i -> tests.signFlip(members.get(i))).toList();
        double[] p = flips.stream().mapToDouble(SignFlip::p).toArray();
        double[] small =
                flips.stream().mapToDouble(f -> f.equivalence(Design.MARGIN)).toArray();
        double[] adjusted = onScale(Holm.adjust(p), share, parentP);
        double[] adjustedSmall = onScale(Holm.adjust(small), share, parentP);
        double first = Design.LEVEL * share / Math.max(1, members.size());
        List<Judgement> judgements = new ArrayList<>();
        members.forEach(paired -> judgements.add(new Judgement(paired, Optional.empty(), first)));
        for (int t = 0; t < tested.size(); t++) {
            double level = stepLevel(p, adjusted, t, share);
            SignFlip flip = flips.get(t);
            Evidence evidence = new Evidence(
                    p[t],
                    adjusted[t],
                    adjustedSmall[t],
                    level,
                    within(flip.interval(0.95)),
                    within(flip.interval(0.9)),
                    within(flip.interval(1 - level)));
            int i = tested.get(t);
            judgements.set(i, new Judgement(members.get(i), Optional.of(evidence), level));
        }
        return judgements;
    }

    private static double[] onScale(double[] adjusted, double share, double parentP) {
        double[] scaled = new double[adjusted.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.max(parentP, Math.min(1, adjusted[i] / share));
        }
        return scaled;
    }

    /** Holm's level of a comparison shown, by its rank; for all others, that of the first one not shown. */
    private static double stepLevel(double[] p, double[] adjusted, int t, double share) {
        boolean shown = adjusted[t] <= Design.LEVEL;
        int before = 0;
        for (int i = 0; i < p.length; i++) {
            boolean earlier = p[i] < p[t] || p[i] == p[t] && i < t;
            before += adjusted[i] <= Design.LEVEL && (!shown || earlier) ? 1 : 0;
        }
        return Design.LEVEL * share / (p.length - before);
    }

    /** Scores lie in [0, 1], so their differences lie in [-1, 1] whatever was seen. */
    private static Interval within(Interval interval) {
        return new Interval(Math.max(-1, interval.low()), Math.min(1, interval.high()));
    }
}
