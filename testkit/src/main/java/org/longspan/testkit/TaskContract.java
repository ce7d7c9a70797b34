package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;
import org.longspan.testkit.DrawnSequence.ReadOut;

/**
 * What every family of tasks promises. Extend it, return the provider, and each fact runs for each variant at its
 * {@link #lengths lengths}. A solvable task also has an {@link #oracle oracle}, which shows that it can be solved.
 */
public abstract class TaskContract extends SequenceFacts {

    private static final int SEQUENCES = 20_000;
    private static final int MEASURED = Boolean.getBoolean("thorough") ? 1_000_000 : 10_000;

    /** Sequences of a run's smallest look, and how many standard deviations 99 of 100 such looks stay below. */
    private static final double LOOK = 500;

    private static final double CERTAINTY = 2.33;

    /**
     * Returns the predictor of least loss that sees the inputs of {@code task} up to its step; an open task has none,
     * the default.
     */
    protected Optional<Predictor> oracle(SequenceTask task) {
        return Optional.empty();
    }

    // The family.

    @Test
    void serviceLoaderFindsIt() {
        assertThat(ServiceLoader.load(TaskProvider.class).stream().map(ServiceLoader.Provider::type))
                .as("a line in META-INF/services/" + TaskProvider.class.getName())
                .contains(provider().getClass());
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(provider().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(provider().summary()).isNotBlank().endsWith(".");
        assertThat(provider().variants()).isNotEmpty();
        assertThat(provider().variants().stream().map(Variant::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        for (Variant variant : provider().variants()) {
            assertThat(variant.summary()).as(variant.name()).isNotBlank().endsWith(".");
            assertThat(variant.citation()).as(variant.name()).containsPattern("[0-9]{4}");
            assertThat(variant.shortest()).as(variant.name()).isPositive();
        }
    }

    @Test
    void anUnknownVariantIsRefusedNamingTheKnownOnes() {
        String[] known = provider().variants().stream().map(Variant::name).toArray(String[]::new);
        assertThatThrownBy(() -> provider().create("no-such-variant", 1000, settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-variant")
                .hasMessageContainingAll(known);
    }

    @Test
    void oneStepLessThanTheShortestLengthIsRefused() {
        for (Variant variant : provider().variants()) {
            assertThatThrownBy(() -> provider().create(variant.name(), variant.shortest() - 1, settings()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Integer.toString(variant.shortest() - 1))
                    .hasMessageContaining(Integer.toString(variant.shortest()));
        }
    }

    // What a task says.

    @TestFactory
    Stream<DynamicTest> theDescriptionIsComplete() {
        return each(task -> {
            TaskDescription description = task.description();
            assertThat(description.family()).isEqualTo(provider().name());
            assertThat(description.citation()).containsPattern("[0-9]{4}");
            assertThat(description.steps()).isPositive();
            if (description.standing() instanceof Standing.Solvable solvable) {
                assertThat(solvable.chance()).isPositive().isFinite();
                assertThat(solvable.chanceFormula()).containsPattern("[0-9]");
                assertThat(solvable.solvedAtMost()).isNotNegative().isFinite();
                assertThat(solvable.measure().meaning()).isNotBlank();
            } else if (description.standing() instanceof Standing.Open open) {
                assertThat(open.chance()).isPositive().isFinite();
                assertThat(open.chanceMeaning()).isNotBlank();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theDescriptionNamesWhatWasAskedFor() {
        return provider().variants().stream()
                .flatMap(variant -> lengths(variant).stream()
                        .map(length -> DynamicTest.dynamicTest(variant.name() + ", T = " + length, () -> {
                            TaskDescription made = provider()
                                    .create(variant.name(), length, settings())
                                    .description();
                            assertThat(made.variant().name()).isEqualTo(variant.name());
                            assertThat(made.length()).isEqualTo(length);
                        })));
    }

    /** Within four standard errors and 0.5 %, for the marginals are learned from the very same sequences. */
    @TestFactory
    Stream<DynamicTest> chanceIsTheLossOfTheBestBlindPredictor() {
        return each(task -> {
            if (task.description().standing() instanceof Standing.Solvable solvable) {
                BlindPredictor predictor = BlindPredictor.of(task, Split.VALIDATION, SEQUENCES);
                Score blind = Score.loss(task, predictor, Split.VALIDATION, SEQUENCES);
                assertThat(blind.mean()).isFinite();
                double tolerance = 4 * blind.standardError() + 0.005 * solvable.chance();
                assertThat(blind.mean()).isCloseTo(solvable.chance(), within(tolerance));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> theBestBlindPredictorDoesNotSolveIt() {
        return each(task -> {
            if (task.description().standing() instanceof Standing.Solvable solvable) {
                BlindPredictor predictor = BlindPredictor.of(task, Split.VALIDATION, SEQUENCES);
                Score blind = Score.of(task, solvable.measure(), predictor, Split.TEST, MEASURED);
                assertThat(blind.mean()).isGreaterThan(solvable.solvedAtMost());
            }
        });
    }

    /** With room, so that it does in 99 of 100 looks at 500 sequences; over 10,000 here, or a million if thorough. */
    @TestFactory
    Stream<DynamicTest> anOracleSolvesIt() {
        return each(task -> {
            if (task.description().standing() instanceof Standing.Solvable solvable) {
                assertThat(oracle(task)).as("an oracle of a solvable task").isPresent();
                Predictor oracle = Unanswered.shownTo(oracle(task).get());
                Score score = Score.of(task, solvable.measure(), oracle, Split.TEST, MEASURED);
                double luck = CERTAINTY * score.standardError() * Math.sqrt(MEASURED / LOOK);
                assertThat(score.mean() + luck).isLessThanOrEqualTo(solvable.solvedAtMost());
            }
        });
    }

    /** Within five standard errors of 20,000 sequences. */
    @TestFactory
    Stream<DynamicTest> theMeanTargetIsTheMeanOfTheTargets() {
        return each(task -> {
            float[] meanTarget = task.description().meanTarget();
            for (int o = 0; o < meanTarget.length; o++) {
                int output = o;
                double[] sums = new double[3]; // of the targets, of their squares, their number
                Score.eachSequence(task, Split.VALIDATION, SEQUENCES, (batch, b) -> {
                    for (ReadOut readOut : DrawnSequence.of(batch, b).readOuts()) {
                        double target = readOut.target().get(output);
                        sums[0] += target;
                        sums[1] += target * target;
                        sums[2]++;
                    }
                });
                double mean = sums[0] / sums[2];
                assertThat(mean).isFinite();
                double standardError = Math.sqrt((sums[1] / sums[2] - mean * mean) / SEQUENCES);
                assertThat((double) meanTarget[o]).isCloseTo(mean, within(5 * standardError + 1e-6));
            }
        });
    }
}
