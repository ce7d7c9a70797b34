package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BatchBuffer;
import org.longspan.task.LossKind;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;
import org.longspan.testkit.DrawnSequence.ReadOut;

/** What the sequences of every task promise; the part of {@link TaskContract} that looks into batches. */
abstract class SequenceFacts {

    private static final int FEW = 16;
    private static final int MANY = 200;

    /** Returns the family. */
    protected abstract TaskProvider provider();

    /** Returns the lengths to test a variant at; by default the shortest, the next and one ten steps longer. */
    protected List<Integer> lengths(Variant variant) {
        return List.of(variant.shortest(), variant.shortest() + 1, variant.shortest() + 10);
    }

    /** Returns the settings to test with; by default every setting at its default. */
    protected Settings settings() {
        return Entry.complete(provider().name(), provider().settings(), Settings.NONE);
    }

    // What a sequence is.

    @TestFactory
    Stream<DynamicTest> aSequenceIsTheSameWhateverElseStandsInTheBatch() {
        return each(task -> {
            BatchBuffer batch = new BatchBuffer(task.description(), FEW + 3);
            batch.fill(task, Split.TEST, 7, 1000, FEW + 3); // what stood there before
            batch.fill(task, Split.TRAIN, 3, 5, FEW);
            for (int b = 0; b < FEW; b++) {
                DrawnSequence alone =
                        DrawnSequence.draw(task, Split.TRAIN, 3, 5 + b, 1).get(0);
                assertThat(DrawnSequence.of(batch, b)).isEqualTo(alone);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsASeedAndSoIsZero() {
        return each(task -> {
            List<DrawnSequence> zero = DrawnSequence.draw(task, Split.TRAIN, 0, 0, FEW);
            assertThat(DrawnSequence.draw(task, Split.TRAIN, 0, 0, FEW)).isEqualTo(zero);
            for (long seed : new long[] {1, -1, 1L << 32, Long.MIN_VALUE}) {
                assertThat(DrawnSequence.draw(task, Split.TRAIN, seed, 0, FEW))
                        .as("seed " + seed)
                        .isNotEqualTo(zero);
            }
        });
    }

    /** Sequences of the same number may be equal by chance, of a task that asks for one bit every other one. */
    @TestFactory
    Stream<DynamicTest> theSplitsDiffer() {
        return each(task -> {
            List<List<DrawnSequence>> drawn = Stream.of(Split.values())
                    .map(split -> DrawnSequence.draw(task, split, 0, 0, MANY))
                    .toList();
            for (Split split : Split.values()) {
                for (int other = 0; other < split.ordinal(); other++) {
                    List<DrawnSequence> one = drawn.get(split.ordinal());
                    List<DrawnSequence> two = drawn.get(other);
                    assertThat(IntStream.range(0, MANY).filter(n -> one.get(n).equals(two.get(n))))
                            .as("sequences of %s that are also those of %s", split, Split.values()[other])
                            .hasSizeLessThan(3 * MANY / 4);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> sequencesGoOnBeyondTheIntegers() {
        return each(task -> assertThat(Stream.of(0L, 16L, 1L << 32, 1L << 40)
                        .map(from -> DrawnSequence.draw(task, Split.TRAIN, 0, from, FEW)))
                .doesNotHaveDuplicates());
    }

    @TestFactory
    Stream<DynamicTest> twoInstancesAgree() {
        return provider().variants().stream()
                .map(variant -> DynamicTest.dynamicTest(
                        variant.name(), () -> assertThat(drawFrom(variant)).isEqualTo(drawFrom(variant))));
    }

    private List<DrawnSequence> drawFrom(Variant variant) {
        SequenceTask task = provider().create(variant.name(), lengths(variant).get(0), settings());
        return DrawnSequence.draw(task, Split.VALIDATION, 11, 0, FEW);
    }

    @TestFactory
    Stream<DynamicTest> oneInstanceServesManyThreads() {
        return each(task -> {
            List<DrawnSequence> expected = DrawnSequence.draw(task, Split.TRAIN, 2, 0, FEW);
            assertThat(IntStream.range(0, 200)
                            .parallel()
                            .allMatch(i -> DrawnSequence.draw(task, Split.TRAIN, 2, 0, FEW)
                                    .equals(expected)))
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> fillAllocatesNothing() {
        return each(task -> {
            BatchBuffer batch = new BatchBuffer(task.description(), FEW);
            assertThat(Allocation.of(() -> batch.fill(task, Split.TRAIN, 0, 0, FEW)))
                    .isZero();
        });
    }

    // What stands in a batch.

    @TestFactory
    Stream<DynamicTest> inputsAreFiniteAndNotAllZero() {
        return each(task -> assertThat(DrawnSequence.draw(task, Split.TRAIN, 0, 0, MANY))
                .allSatisfy(sequence -> assertThat(sequence.inputs())
                        .allMatch(value -> Float.isFinite(value))
                        .anyMatch(value -> value != 0)));
    }

    @TestFactory
    Stream<DynamicTest> everySequenceIsReadOutSomewhereWithInformation() {
        return each(task -> assertThat(DrawnSequence.draw(task, Split.TRAIN, 0, 0, MANY))
                .allSatisfy(sequence -> assertThat(sequence.readOuts()).anyMatch(ReadOut::informative)));
    }

    @TestFactory
    Stream<DynamicTest> targetsAreInRange() {
        return each(task -> {
            boolean real = task.description().loss() == LossKind.SQUARED_ERROR;
            int classes = task.description().outputs();
            assertThat(DrawnSequence.draw(task, Split.TRAIN, 0, 0, MANY))
                    .flatMap(DrawnSequence::readOuts)
                    .flatMap(ReadOut::target)
                    .allMatch(target -> real ? Double.isFinite(target) : target >= 0 && target < classes);
        });
    }

    @TestFactory
    Stream<DynamicTest> theCountsOfReadOutsAgreeWithTheMask() {
        return each(task -> {
            BatchBuffer batch = new BatchBuffer(task.description(), FEW);
            batch.fill(task, Split.TRAIN, 0, 0, FEW);
            int[] atStep = new int[batch.steps()];
            for (int b = 0; b < FEW; b++) {
                List<ReadOut> readOuts = DrawnSequence.of(batch, b).readOuts();
                readOuts.forEach(readOut -> atStep[readOut.step()]++);
                assertThat(batch.readOutsOf(b)).isEqualTo(readOuts.size());
            }
            for (int t = 0; t < batch.steps(); t++) {
                assertThat(batch.readOuts(t)).isEqualTo(atStep[t]);
            }
        });
    }

    /** Returns one test for each variant and length. */
    final Stream<DynamicTest> each(Consumer<SequenceTask> fact) {
        return provider().variants().stream()
                .flatMap(variant -> lengths(variant).stream()
                        .map(length -> DynamicTest.dynamicTest(
                                variant.name() + ", T = " + length,
                                () -> fact.accept(provider().create(variant.name(), length, settings())))));
    }
}
