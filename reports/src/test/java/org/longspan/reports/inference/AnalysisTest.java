package org.longspan.reports.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

class AnalysisTest {

    private static final Effort EFFORT = new Effort(20, 999, 20, 100_000);
    private static final Seed SEED = Seed.root(1);
    private static final int NONE = 0;

    /** Four optimizers, three clippings, two problems, twelve blocks; {@code mean} plus luck of ±0.1, some unsolved. */
    private static List<Evaluation> runs(ToDoubleFunction<int[]> mean) {
        RandomStream luck = new RandomStream(4);
        Runs runs = new Runs();
        for (int optimizer = 0; optimizer < 4; optimizer++) {
            for (int task = 0; task < 2; task++) {
                for (int block = 0; block < 12; block++) {
                    double unsolved = luck.nextInt(4) == 0 ? 0 : 1;
                    for (int clipping = 0; clipping < 3; clipping++) {
                        double score = mean.applyAsDouble(new int[] {optimizer, clipping, task});
                        runs.add(optimizer, clipping, task, block, unsolved * (score + luck.uniform(-0.1, 0.1)));
                    }
                }
            }
        }
        return runs.list();
    }

    private static Analysis analysis(Design design, ToDoubleFunction<int[]> mean) {
        return Analysis.of(design, runs(mean), SEED, EFFORT);
    }

    private static Effect pooled(Analysis analysis, int clipping) {
        return analysis.clippings().pooled().stream()
                .filter(effect -> effect.contrast().of() == clipping)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void orderOfRowsLeavesNoTrace() {
        List<Evaluation> runs = runs(cell -> 0.5 + 0.05 * cell[0]);
        List<Evaluation> reversed = new ArrayList<>(runs);
        Collections.reverse(reversed);
        Design design = Design.of(4, NONE);
        assertThat(Analysis.of(design, reversed, SEED, EFFORT)).isEqualTo(Analysis.of(design, runs, SEED, EFFORT));
    }

    @Test
    void controlWithoutRunsLeavesNothingToCompareWith() {
        Analysis analysis = analysis(Design.of(4, 3), cell -> 0.5);
        assertThat(analysis.clippings()).isEqualTo(ClippingAnswers.none());
        assertThat(analysis.optimizers().pairs()).hasSize(6);
    }

    @Test
    void clippingsAreFoundBetterAndWorse() {
        Analysis analysis = analysis(Design.of(4, NONE), cell -> 0.5 + (cell[1] == 1 ? 0.2 : cell[1] == 2 ? -0.2 : 0));
        assertThat(analysis.families()).isEqualTo(2);
        assertThat(pooled(analysis, 1).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(pooled(analysis, 2).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(pooled(analysis, 1).underMargin()).isFalse();
        assertThat(analysis.clippings().pairs())
                .singleElement()
                .extracting(Effect::verdict)
                .isEqualTo(Verdict.BETTER);
    }

    @Test
    void verdictsAgreeWithTheIntervalsAtTheirLevel() {
        Analysis analysis = analysis(Design.of(4, NONE), cell -> 0.4 + 0.06 * cell[0] + 0.04 * cell[1] * cell[0]);
        List<Effect> tested = analysis.effects()
                .filter(effect ->
                        effect.evidence().isPresent() && effect.contrast().kin() == Contrast.ALL)
                .toList();
        assertThat(tested).hasSize(2 + 1 + 6);
        assertThat(tested)
                .allSatisfy(effect -> assertThat(
                                effect.evidence().orElseThrow().judged().contains(0))
                        .isEqualTo(!effect.shown()));
        assertThat(tested).anyMatch(Effect::shown).anyMatch(effect -> !effect.shown());
        assertThat(tested)
                .filteredOn(effect -> effect.verdict() == Verdict.INCONCLUSIVE)
                .allMatch(effect -> effect.blocks() > 12);
    }

    @Test
    void crossedEffectsAreFoundBelowAPooledOneThatIsNot() {
        Analysis analysis =
                analysis(Design.of(4, NONE), cell -> 0.5 + (cell[1] == 1 ? (cell[0] < 2 ? 0.25 : -0.25) : 0));
        assertThat(pooled(analysis, 1).shown()).isFalse();
        assertThat(analysis.clippings().heterogeneity().get(0).shown()).isTrue();
        assertThat(analysis.clippings().heterogeneity().get(1).shown()).isFalse();
        assertThat(analysis.clippings().perOptimizer()).hasSize(4).allMatch(effect -> effect.shown());
        assertThat(analysis.clippings().perOptimizer())
                .extracting(Effect::verdict)
                .containsExactly(Verdict.BETTER, Verdict.BETTER, Verdict.WORSE, Verdict.WORSE);
        double parent = analysis.clippings().heterogeneity().get(0).adjusted();
        assertThat(analysis.clippings().perOptimizer()).allMatch(effect -> effect.adjustedP() >= parent);
        assertThat(analysis.clippings().blocksForOptimizers()).isZero();
    }

    @Test
    void ranksCountWhatIsShown() {
        Analysis analysis = analysis(Design.of(4, NONE), cell -> cell[0] == 3 ? 0.9 : cell[0] == 2 ? 0.32 : 0.3);
        List<RankInterval> ranks = analysis.optimizers().ranks();
        assertThat(ranks.get(0).optimizer()).isEqualTo(3);
        assertThat(ranks.get(0).best()).isEqualTo(1);
        assertThat(ranks.get(0).worst()).isEqualTo(1);
        assertThat(ranks.subList(1, 4)).allSatisfy(rank -> {
            assertThat(rank.best()).isEqualTo(2);
            assertThat(rank.worst()).isEqualTo(4);
        });
        assertThat(ranks).allMatch(rank -> rank.interval().contains(rank.score()));
    }

    @Test
    void aliasesEnterOnce() {
        Design design =
                new Design(List.of(0, 0, 1, 2), List.of(0, 0, 2, 3), NONE, List.of(), Assay.undeclared(), false);
        Analysis analysis = analysis(design, cell -> 0.5);
        assertThat(analysis.optimizers().ranks()).hasSize(3).noneMatch(rank -> rank.optimizer() == 1);
        assertThat(analysis.optimizers().pairs()).hasSize(3);
        assertThat(pooled(analysis, 1).counts().pairs()).isEqualTo(96);
        assertThat(pooled(analysis, 1).counts().clusters()).isEqualTo(72);
    }

    @Test
    void methodWorseThanItsSpecialCaseIsUnderTuned() {
        List<SpecialCase> special = List.of(
                new SpecialCase(Factor.OPTIMIZER, 3, 0),
                new SpecialCase(Factor.OPTIMIZER, 1, 0),
                new SpecialCase(Factor.CLIPPING, 2, NONE));
        Design design = new Design(List.of(0, 1, 2, 3), List.of(0, 1, 2, 3), NONE, special, Assay.undeclared(), true);
        Analysis analysis = analysis(design, cell -> cell[0] == 3 ? 0.15 : cell[1] == 2 ? 0.4 : 0.7);
        assertThat(analysis.families()).isEqualTo(3);
        assertThat(analysis.underTuned())
                .filteredOn(found -> found.effect().contrast().kin() == Contrast.ALL)
                .extracting(UnderTuned::specialCase)
                .containsExactly(special.get(0), special.get(2));
    }

    @Test
    void equivalenceNeedsAnAssayThatIsSensitive() {
        ToDoubleFunction<int[]> mean = cell -> cell[1] == 2 ? 0.15 : 0.6;
        Design silent = Design.of(4, NONE);
        Effect small = pooled(analysis(silent, mean), 1);
        assertThat(small.verdict()).isEqualTo(Verdict.INSENSITIVE);
        assertThat(small.insensitivity())
                .containsExactly(Insensitivity.NO_POSITIVE_CONTROL, Insensitivity.THRESHOLDS_NOT_WHERE_THEY_ACT);
        Analysis sensitive = analysis(silent.with(new Assay(2, Set.of(1, 2))), mean);
        assertThat(pooled(sensitive, 1).verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(pooled(sensitive, 2).verdict()).isEqualTo(Verdict.WORSE);
        Effect harmless = pooled(analysis(silent.with(new Assay(2, Set.of(1, 2))), cell -> 0.6), 1);
        assertThat(harmless.insensitivity()).containsExactly(Insensitivity.POSITIVE_CONTROL_NOT_SHOWN);
    }

    @Test
    void clippingThatNeverActsIsCountedAndNotTested() {
        Runs runs = new Runs();
        RandomStream luck = new RandomStream(6);
        for (int optimizer = 0; optimizer < 2; optimizer++) {
            for (int block = 0; block < 20; block++) {
                double score = luck.nextDouble();
                runs.add(new Evaluation(0, 0, optimizer, 0, 0, 0, block, score, block));
                runs.add(new Evaluation(0, 0, optimizer, 1, 0, 0, block, score, block));
            }
        }
        Effect never = pooled(Analysis.of(Design.of(2, NONE), runs.list(), SEED), 1);
        assertThat(never.verdict()).isEqualTo(Verdict.UNTESTED);
        assertThat(never.counts().identical()).isEqualTo(40);
        assertThat(never.counts().ties()).isEqualTo(40);
        assertThat(never.insensitivity()).contains(Insensitivity.MOST_PAIRS_IDENTICAL);
        assertThat(never.evidence()).isEmpty();
    }

    @Test
    void closedLevelsSayHowManyBlocksOpenThem() {
        List<Evaluation> few = runs(cell -> cell[1] == 1 ? 0.9 : 0.4).stream()
                .filter(run -> run.block() < 4)
                .toList();
        ClippingAnswers answers =
                Analysis.of(Design.of(4, NONE), few, SEED, EFFORT).clippings();
        assertThat(answers.pooled().get(0).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(answers.perOptimizer()).isEmpty();
        assertThat(answers.blocksForOptimizers()).isEqualTo(5); // 2/2^10 < 0.025/2/4, on two problems
        assertThat(answers.blocksForProblems()).isEqualTo(10);
    }

    @Test
    void methodThatNeverScoresHasAnInterval() {
        List<Evaluation> runs = new ArrayList<>(runs(cell -> 0.5));
        runs.removeIf(run -> run.optimizer() == 0);
        runs(cell -> 0.5).stream()
                .filter(run -> run.optimizer() == 0)
                .map(run -> new Evaluation(0, run.task(), 0, run.clipping(), 0, 0, run.block(), 0, run.bits()))
                .forEach(runs::add);
        Analysis analysis = Analysis.of(Design.of(4, NONE), runs, SEED, EFFORT);
        List<RankInterval> ranks = analysis.optimizers().ranks();
        assertThat(ranks.get(3).optimizer()).isZero();
        assertThat(ranks.get(3).interval().low()).isZero();
        assertThat(ranks.get(3).interval().high()).isBetween(0.1, 0.2); // 1 - 0.025^(1/24) = 0.142
        assertThat(analysis.problems()).allMatch(ProblemSense::informative);
    }

    @Test
    void schedulesAndPoliciesAreComparedWithTheFirst() {
        RandomStream luck = new RandomStream(7);
        Runs runs = new Runs();
        for (int optimizer = 0; optimizer < 3; optimizer++) {
            for (int block = 0; block < 8; block++) {
                for (int variant = 0; variant < 6; variant++) {
                    double score = 0.4 + 0.2 * (variant % 3 == 2 ? 1 : 0) + luck.uniform(-0.1, 0.1);
                    runs.add(new Evaluation(
                            0,
                            0,
                            optimizer,
                            0,
                            variant % 3,
                            variant / 3,
                            block,
                            score,
                            runs.list().size()));
                }
            }
        }
        Analysis analysis = Analysis.of(Design.of(3, NONE), runs.list(), SEED, EFFORT);
        assertThat(analysis.families()).isEqualTo(3);
        assertThat(analysis.schedules()).extracting(Effect::shown).containsExactly(false, true);
        assertThat(analysis.policies()).extracting(Effect::shown).containsExactly(false);
        assertThat(analysis.clippings()).isEqualTo(ClippingAnswers.none());
    }

    @Test
    void nothingGivesNothingAndStrangersAreRefused() {
        assertThat(Analysis.of(Design.of(0, NONE), List.of(), SEED).effects()).isEmpty();
        List<Evaluation> stranger = new Runs().add(5, 0, 0, 0, 0.5).list();
        assertThatThrownBy(() -> Analysis.of(Design.of(2, NONE), stranger, SEED))
                .hasMessageContaining("optimizer 5 in a design of 2 optimizers");
    }
}
