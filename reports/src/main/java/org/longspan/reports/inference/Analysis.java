package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.longspan.numerics.random.Seed;

/**
 * Everything that the evaluation runs of a plan allow to be said.
 *
 * <pre>{@code
 * Analysis analysis = Analysis.of(Design.of(24, 0), evaluations, Seed.root(0).with("inference", 0));
 * analysis.clippings().pooled().get(0).verdict();
 * }</pre>
 *
 * <p>The run's 5 % are divided equally over its families: clippings, optimizers, models, schedules, policies for
 * gradients that are not finite, and claims, as far as the plan has them. All adjusted p are held against
 * {@link Design#LEVEL}. The result depends on the design, the evaluations and the seed alone, not on the order of rows.
 *
 * @param problems whether each problem can tell methods apart
 * @param families number of families
 * @param clippings what is said of clippings
 * @param optimizers what is said of optimizers
 * @param models all pairs of models
 * @param schedules each schedule against the first
 * @param policies each policy against the first
 * @param underTuned methods worse than their special cases, each from the comparison in its family
 */
public record Analysis(
        List<ProblemSense> problems,
        int families,
        ClippingAnswers clippings,
        OptimizerAnswers optimizers,
        List<Effect> models,
        List<Effect> schedules,
        List<Effect> policies,
        List<UnderTuned> underTuned) {

    public Analysis {
        problems = List.copyOf(problems);
        models = List.copyOf(models);
        schedules = List.copyOf(schedules);
        policies = List.copyOf(policies);
        underTuned = List.copyOf(underTuned);
    }

    /** Returns the analysis of {@code evaluations}. */
    public static Analysis of(Design design, Collection<Evaluation> evaluations, Seed seed) {
        return of(design, evaluations, seed, Effort.FULL);
    }

    /** Returns the analysis with another {@code effort}. */
    public static Analysis of(Design design, Collection<Evaluation> evaluations, Seed seed, Effort effort) {
        if (evaluations.isEmpty()) {
            return nothing();
        }
        Scores scores = new Scores(evaluations);
        if (scores.size(Factor.OPTIMIZER) > design.kin().size()) {
            throw new IllegalArgumentException("optimizer " + (scores.size(Factor.OPTIMIZER) - 1) + " in a design of "
                    + design.kin().size() + " optimizers");
        }
        return new Families(scores, design, new Tests(seed, effort)).analysis();
    }

    private static Analysis nothing() {
        OptimizerAnswers none = new OptimizerAnswers(List.of(), List.of());
        return new Analysis(List.of(), 0, ClippingAnswers.none(), none, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns every effect on which a verdict was given. */
    public Stream<Effect> effects() {
        return Stream.of(
                        clippings.pooled(),
                        clippings.pairs(),
                        clippings.perOptimizer(),
                        clippings.perProblem(),
                        optimizers.pairs(),
                        models,
                        schedules,
                        policies)
                .flatMap(List::stream);
    }

    static List<Effect> conclude(List<Judgement> judgements, Sensitivity sensitivity) {
        return judgements.stream().map(j -> j.conclude(sensitivity)).toList();
    }

    /** The families of a plan, each judged at its share. */
    private static final class Families {

        private final Scores scores;
        private final Design design;
        private final Tests tests;
        private final List<Integer> optimizers;
        private final int count;

        Families(Scores scores, Design design, Tests tests) {
            this.scores = scores;
            this.design = design;
            this.tests = tests;
            optimizers = IntStream.range(0, scores.size(Factor.OPTIMIZER))
                    .filter(o -> design.enters(o) && ran(o))
                    .boxed()
                    .toList();
            count = families();
        }

        private boolean ran(int optimizer) {
            return Arrays.stream(scores.cells(Factor.OPTIMIZER, optimizer)).anyMatch(scores::present);
        }

        private int families() {
            boolean clippings = design.control() != Design.NONE && scores.size(Factor.CLIPPING) > 1;
            boolean[] present = {
                clippings,
                optimizers.size() > 1,
                scores.size(Factor.MODEL) > 1,
                scores.size(Factor.SCHEDULE) > 1,
                scores.size(Factor.POLICY) > 1,
                design.claims()
            };
            return (int)
                    IntStream.range(0, present.length).filter(i -> present[i]).count();
        }

        Analysis analysis() {
            Clippings clippings = new Clippings(scores, design, tests, 1.0 / Math.max(1, count));
            Sensitivity sensitivity = new Sensitivity(scores, design, clippings.pooled());
            ClippingAnswers ofClippings = clippings.answers(sensitivity);
            List<MeanScore> means =
                    optimizers.stream().map(o -> MeanScore.of(scores, o, tests)).toList();
            OptimizerAnswers ofOptimizers =
                    OptimizerAnswers.of(judged(allPairs(Factor.OPTIMIZER, optimizers), sensitivity), means);
            List<Integer> models =
                    IntStream.range(0, scores.size(Factor.MODEL)).boxed().toList();
            return new Analysis(
                    ProblemSense.of(scores, design, Contrast.ALL),
                    count,
                    ofClippings,
                    ofOptimizers,
                    judged(allPairs(Factor.MODEL, models), sensitivity),
                    judged(againstFirst(Factor.SCHEDULE), sensitivity),
                    judged(againstFirst(Factor.POLICY), sensitivity),
                    underTuned(ofClippings, ofOptimizers));
        }

        private List<Effect> judged(List<Contrast> contrasts, Sensitivity sensitivity) {
            List<Paired> members = contrasts.stream()
                    .map(contrast -> Paired.of(scores, design, contrast))
                    .filter(paired -> paired.counts().pairs() > 0)
                    .toList();
            return members.isEmpty()
                    ? List.of()
                    : conclude(new Family(tests).judge(members, 1.0 / count, 0), sensitivity);
        }

        private static List<Contrast> allPairs(Factor factor, List<Integer> levels) {
            List<Contrast> pairs = new ArrayList<>();
            for (int i = 0; i < levels.size(); i++) {
                for (int j = i + 1; j < levels.size(); j++) {
                    pairs.add(Contrast.pooled(factor, levels.get(i), levels.get(j)));
                }
            }
            return pairs;
        }

        private List<Contrast> againstFirst(Factor factor) {
            return IntStream.range(1, scores.size(factor))
                    .mapToObj(level -> Contrast.pooled(factor, level, 0))
                    .toList();
        }

        private List<UnderTuned> underTuned(ClippingAnswers ofClippings, OptimizerAnswers ofOptimizers) {
            List<Effect> judged = Stream.of(
                            ofOptimizers.pairs(),
                            ofClippings.pooled(),
                            ofClippings.pairs(),
                            ofClippings.perOptimizer(),
                            ofClippings.perProblem())
                    .flatMap(List::stream)
                    .toList();
            List<UnderTuned> found = new ArrayList<>();
            for (SpecialCase special : design.specialCases()) {
                judged.stream()
                        .filter(effect -> shows(special, effect))
                        .forEach(effect -> found.add(new UnderTuned(special, effect)));
            }
            return found;
        }

        private boolean shows(SpecialCase special, Effect effect) {
            Contrast contrast = effect.contrast();
            int general = entered(special.factor(), special.general());
            int simple = entered(special.factor(), special.special());
            boolean worse =
                    contrast.of() == general && contrast.against() == simple && effect.verdict() == Verdict.WORSE;
            boolean beaten =
                    contrast.of() == simple && contrast.against() == general && effect.verdict() == Verdict.BETTER;
            return contrast.factor() == special.factor() && (worse || beaten);
        }

        private int entered(Factor factor, int level) {
            return factor == Factor.OPTIMIZER ? design.aliasOf().get(level) : level;
        }
    }
}
