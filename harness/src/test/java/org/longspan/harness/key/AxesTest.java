package org.longspan.harness.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Trial;
import org.longspan.numerics.random.Seed;

/** What depends on what: data, initial weights and draws on the block alone, transforms on the trial. */
class AxesTest {

    private static final String PLAN = """
            tier: {settings: 2, blocks: 3}
            models: [{cell: plain, hidden: 8}, {cell: gated, hidden: 8}]
            tasks: [{family: recall, lengths: [3, 4]}]
            """;

    private static final List<Trial> TRIALS = trials(PLAN);

    private static List<Trial> trials(String plan) {
        MethodCatalogue methods = FakeMethods.withKin();
        return Grid.of(Plans.read(methods, plan), methods, (model, optimizer, clipping) -> Optional.empty())
                .cells()
                .stream()
                .map(GridCell::known)
                .flatMap(List::stream)
                .toList();
    }

    /** The numbers are those of a program in Python that follows Stafford's variant 13. */
    @Test
    void theSeedOfABlockIsTheSameOnEveryMachine() {
        ProblemChoice problem =
                new ProblemChoice(TRIALS.get(0).task(), TRIALS.get(0).model());
        assertThat(problem.task().length()).isEqualTo(3);
        assertThat(problem.model().cell().name()).isEqualTo("plain");
        assertThat(block(0, problem, "heavy", 0)).isEqualTo(176_520_924_436_693L);
        assertThat(block(0, problem, "heavy", 1)).isEqualTo(2_333_342_023_981_750L);
        assertThat(block(0, problem, "descent", 0)).isEqualTo(700_001_390_712_155L);
        assertThat(block(-1, problem, "heavy", 0)).isEqualTo(7_745_821_024_377_491L);
    }

    private static long block(long root, ProblemChoice problem, String kin, int block) {
        return Axes.block(root, problem.task(), problem.model(), kin, block);
    }

    /** So every language that reads a double from JSON reads the seed. */
    @Test
    void aSeedOfABlockIsAWholeNumberThatADoubleHolds() {
        assertThat(TRIALS).allMatch(trial -> trial.seed() >= 0 && trial.seed() < 1L << 53);
    }

    @Test
    void blocksDifferInAllThatIsRandom() {
        for (Function<Trial, Object> random : List.<Function<Trial, Object>>of(
                Trial::seed, Axes::data, Axes::weights, trial -> Axes.draws(trial.seed(), "KIND", "method", "a"))) {
            Set<Object> seen = new HashSet<>();
            TRIALS.forEach(trial -> seen.add(random.apply(trial)));
            assertThat(seen).as("2 kin on 4 problems in 3 blocks").hasSize(2 * 4 * 3);
        }
    }

    @Test
    void clippingsAndKinMeetTheSameInABlock() {
        for (Trial one : TRIALS) {
            List<Trial> alike = TRIALS.stream()
                    .filter(other -> other.replicate().equals(one.replicate())
                            && other.task().equals(one.task())
                            && other.model().equals(one.model()))
                    .toList();
            boolean heavy = one.replicate().kin().equals("heavy");
            assertThat(alike).as("2 settings under 3 clippings").hasSize((heavy ? 2 : 1) * 2 * 3);
            assertThat(alike).extracting(Trial::seed).containsOnly(one.seed());
            assertThat(alike).extracting(Axes::data).containsOnly(Axes.data(one));
            assertThat(alike).extracting(Axes::weights).containsOnly(Axes.weights(one));
        }
    }

    @Test
    void everyTrialHasTransformsOfItsOwn() {
        assertThat(TRIALS).extracting(Axes::transforms).doesNotHaveDuplicates();
    }

    @Test
    void aSettingIsJudgedOnDataAndWeightsThatNoChoiceHasSeen() {
        for (Trial trial : TRIALS) {
            Trial judged = judged(trial);
            assertThat(judged.seed()).isEqualTo(trial.seed());
            assertThat(Axes.data(judged)).isNotEqualTo(Axes.data(trial));
            assertThat(Axes.weights(judged)).isNotEqualTo(Axes.weights(trial));
        }
        Set<Seed> data = new HashSet<>();
        TRIALS.forEach(trial -> {
            data.add(Axes.data(trial));
            data.add(Axes.data(judged(trial)));
        });
        assertThat(data).hasSize(2 * 2 * 4 * 3);
    }

    private static Trial judged(Trial trial) {
        return new Trial(
                trial.task(),
                trial.model(),
                trial.optimizer(),
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                new Replicate(trial.replicate().kin(), trial.replicate().block(), Phase.EVALUATION));
    }

    @Test
    void seedZeroIsASeedLikeAnyOther() {
        assertThat(trials("seed: 0\n" + PLAN)).isEqualTo(TRIALS);
        List<Trial> others = trials("seed: 1\n" + PLAN);
        assertThat(others)
                .extracting(Trial::seed)
                .doesNotContainAnyElementsOf(TRIALS.stream().map(Trial::seed).toList());
        assertThat(others)
                .extracting(Axes::data)
                .doesNotContainAnyElementsOf(TRIALS.stream().map(Axes::data).toList());
    }

    @Test
    void everyPartOfAProblemIsAnAxis() {
        Trial trial = TRIALS.get(0);
        ModelChoice model = trial.model();
        ModelChoice learned =
                new ModelChoice(model.cell(), 8, 1, model.initialization(), model.regularizer(), ModelChoice.LEARNED);
        ModelChoice wider = new ModelChoice(model.cell(), 9, 1, model.initialization(), model.regularizer());
        ModelChoice deeper = new ModelChoice(model.cell(), 8, 2, model.initialization(), model.regularizer());
        Set<Long> seeds = new HashSet<>();
        for (ModelChoice other : List.of(model, learned, wider, deeper)) {
            seeds.add(Axes.block(0, trial.task(), other, "heavy", 0));
        }
        assertThat(seeds).hasSize(4);
        assertThat(Axes.deal(0, trial.task(), model)).isNotEqualTo(Axes.deal(0, trial.task(), wider));
        assertThat(Axes.deal(0, trial.task(), model)).isNotEqualTo(Axes.deal(1, trial.task(), model));
    }
}
