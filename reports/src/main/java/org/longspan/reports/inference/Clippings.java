package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.reports.statistics.Holm;

/**
 * Compares clippings with none: pooled; then, for those whose pooled effect or heterogeneity is shown, with each kin; then,
 * for what is shown there, on each problem. The share of a level is divided over the parents that are open, and Holm's
 * adjustment runs among the children of each. Clippings are compared with each other where all run in every block.
 */
final class Clippings {

    private final Scores scores;
    private final Design design;
    private final Tests tests;
    private final Family family;
    private final List<Paired> pooled = new ArrayList<>();
    private final double whole;
    private final ClippingShares shares;
    private final ClippingShares.Shape shape;
    private final List<Judgement> judged;

    /** Compares clippings at {@code whole} of the level. */
    Clippings(Scores scores, Design design, Tests tests, double whole) {
        this.scores = scores;
        this.design = design;
        this.tests = tests;
        this.whole = whole;
        family = new Family(tests);
        for (int clipping = 0; clipping < scores.size(Factor.CLIPPING); clipping++) {
            if (design.control() != Design.NONE && clipping != design.control()) {
                Paired paired = paired(Contrast.pooled(Factor.CLIPPING, clipping, design.control()));
                if (paired.counts().pairs() > 0) {
                    pooled.add(paired);
                }
            }
        }
        shape = ClippingShares.Shape.of(pooled);
        shares = ClippingShares.of(whole, shape, crossed());
        judged = pooled.isEmpty() ? List.of() : family.judge(pooled, shares.pooled(), 0);
    }

    private Paired paired(Contrast contrast) {
        return Paired.of(scores, design, contrast);
    }

    /** Returns the comparisons with none. */
    List<Judgement> pooled() {
        return judged;
    }

    /** Returns everything that is said of clippings. */
    ClippingAnswers answers(Sensitivity sensitivity) {
        if (pooled.isEmpty()) {
            return ClippingAnswers.none();
        }
        List<HeterogeneousEffect> heterogeneity = heterogeneity();
        List<Judgement> optimizers = perOptimizer(heterogeneity);
        return new ClippingAnswers(
                Analysis.conclude(judged, sensitivity),
                heterogeneity,
                Analysis.conclude(pairs(), sensitivity),
                Analysis.conclude(optimizers, sensitivity),
                Analysis.conclude(perProblem(optimizers), sensitivity),
                shape.blocksForOptimizers(whole),
                shape.blocksForProblems(whole));
    }

    /** All clippings run in every block if each has every cluster that any of them has. */
    private boolean crossed() {
        int[] clusters = pooled.stream().mapToInt(p -> p.counts().clusters()).toArray();
        int[] pairs = pooled.stream().mapToInt(p -> p.counts().pairs()).toArray();
        long control = Arrays.stream(scores.cells(Factor.CLIPPING, design.control()))
                .filter(scores::present)
                .count();
        return pooled.size() > 1
                && Arrays.stream(clusters).distinct().count() == 1
                && Arrays.stream(pairs).allMatch(p -> p == control);
    }

    private List<HeterogeneousEffect> heterogeneity() {
        if (shares.heterogeneity() == 0) {
            return List.of();
        }
        double[] p = pooled.stream().mapToDouble(this::heterogeneityOf).toArray();
        double[] adjusted = Holm.adjust(p);
        List<HeterogeneousEffect> found = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            double scaled = Math.min(1, adjusted[i] / shares.heterogeneity());
            found.add(new HeterogeneousEffect(pooled.get(i).contrast().of(), p[i], scaled));
        }
        return found;
    }

    private double heterogeneityOf(Paired paired) {
        return paired.counts().nonZero() < SignFlip.FEWEST ? 1 : tests.heterogeneity(paired);
    }

    private List<Judgement> pairs() {
        if (shares.pairs() == 0) {
            return List.of();
        }
        List<Paired> pairs = new ArrayList<>();
        for (int i = 0; i < pooled.size(); i++) {
            for (int j = i + 1; j < pooled.size(); j++) {
                int of = pooled.get(i).contrast().of();
                int against = pooled.get(j).contrast().of();
                pairs.add(paired(Contrast.pooled(Factor.CLIPPING, of, against)));
            }
        }
        return family.judge(pairs, shares.pairs(), 0);
    }

    private List<Judgement> perOptimizer(List<HeterogeneousEffect> heterogeneity) {
        Map<Paired, Double> open = new LinkedHashMap<>();
        for (int i = 0; i < heterogeneity.size(); i++) {
            double p = Math.min(judged.get(i).adjustedP(), heterogeneity.get(i).adjusted());
            if (p <= Design.LEVEL) {
                open.put(pooled.get(i), p);
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        open.forEach((parent, p) -> {
            List<Paired> children = Arrays.stream(parent.kin())
                    .distinct()
                    .mapToObj(kin -> paired(parent.contrast().within(kin)))
                    .toList();
            judgements.addAll(family.judge(children, shares.optimizers() / open.size(), p));
        });
        return judgements;
    }

    private List<Judgement> perProblem(List<Judgement> optimizers) {
        List<Judgement> open = shares.problems() == 0
                ? List.of()
                : optimizers.stream().filter(Judgement::shown).toList();
        List<Judgement> judgements = new ArrayList<>();
        for (Judgement parent : open) {
            List<Paired> children = Arrays.stream(parent.paired().problem())
                    .distinct()
                    .mapToObj(problem -> paired(parent.paired().contrast().on(problem)))
                    .toList();
            judgements.addAll(family.judge(children, shares.problems() / open.size(), parent.adjustedP()));
        }
        return judgements;
    }
}
