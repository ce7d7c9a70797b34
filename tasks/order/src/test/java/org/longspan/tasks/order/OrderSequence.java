package org.longspan.tasks.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.longspan.task.Batch;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Targets;

/**
 * One sequence of temporal order, taken out of a batch, as indices.
 *
 * @param symbols the one input that is 1, at each step up to the read-out
 * @param order the target class
 */
record OrderSequence(int[] symbols, int order) {

    /** Passes on the first {@code count} training sequences, a multiple of 100, of seed 0. */
    static void each(SequenceTask task, int count, Consumer<OrderSequence> fact) {
        BatchBuffer batch = new BatchBuffer(task.description(), 100);
        for (int from = 0; from < count; from += 100) {
            batch.fill(task, Split.TRAIN, 0, from, 100);
            for (int b = 0; b < 100; b++) {
                fact.accept(of(batch, b));
            }
        }
    }

    private static OrderSequence of(Batch batch, int b) {
        assertThat(batch.readOutsOf(b)).isOne();
        int last = 0;
        while (!batch.isReadOut(last, b)) {
            last++;
        }
        int[] symbols = new int[last + 1];
        for (int t = 0; t < batch.steps(); t++) {
            float[] inputs = row(batch.inputs(), t * batch.capacity() + b, batch.inputWidth());
            if (t <= last) {
                symbols[t] = hot(inputs);
            } else {
                assertThat(inputs).containsOnly(0f);
            }
        }
        return new OrderSequence(symbols, order(batch, last * batch.capacity() + b));
    }

    private static int order(Batch batch, int at) {
        if (batch.targets() instanceof Targets.Real real) {
            return hot(row(real.values(), at, batch.outputWidth()));
        }
        return ((Targets.Classes) batch.targets()).classes()[at];
    }

    private static float[] row(float[] whole, int row, int width) {
        return Arrays.copyOfRange(whole, row * width, (row + 1) * width);
    }

    /** Plain checks without AssertJ, since there are millions of them. */
    private static int hot(float[] values) {
        int hot = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 1 && hot < 0) {
                hot = i;
            } else if (values[i] != 0) {
                throw new AssertionError("value " + i + " of " + Arrays.toString(values));
            }
        }
        if (hot < 0) {
            throw new AssertionError("all zero");
        }
        return hot;
    }

    int last() {
        return symbols.length - 1;
    }

    /** Returns the steps of the two symbols from {@code first} on. */
    int[] marked(int first) {
        return IntStream.range(0, symbols.length)
                .filter(t -> symbols[t] == first || symbols[t] == first + 1)
                .toArray();
    }
}
