package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.random.RandomStream;

/**
 * Against numpy, for sequences that repeat every eight, so that their frequencies are exact:
 *
 * <pre>
 * import numpy as np
 * n, T, O = 20000, 4, 4                                             # O = 2 for numbers
 * rows = [{0:0,1:1}, {0:0,3:2}, {1:1}, {0:1,1:1,2:2}, {3:2}, {0:0}, {2:0,3:0}, {1:2,2:1,3:1}]
 * def loss(rows, m, cost): return np.mean([np.mean([cost(m[t], y) for t, y in r.items()]) for r in rows])
 * def blind(rows, given, target, u, cost):                          # u = 0 for numbers
 *     sums, w, k = np.zeros((T, O)), np.zeros(T), np.zeros(T)
 *     for r in rows:
 *         for t, y in r.items():
 *             sums[t] += n / 8 / len(r) * target(y); w[t] += n / 8 / len(r); k[t] += n / 8
 *     m = (sums.sum(0) + u / O) / (n + u)
 *     both = [(k[:, None] * sums / w[:, None] + m) / (k[:, None] + 1), np.tile(m, (T, 1))]
 *     return loss(given, min(both, key=lambda m: loss(rows, m, cost)), cost)
 * blind(rows, rows[3:5] + [{0:3}] + rows[6:] + rows[:2], lambda y: np.eye(O)[y], 1, lambda m, y: -np.log(m[y]))
 * rows = [{t: np.array([c / 2, t - c]) for t, c in r.items()} for r in rows]
 * blind(rows, rows[3:] + rows[:2], lambda y: y, 0, lambda m, y: np.mean((m - y) ** 2))
 * </pre>
 */
class BlindLossTest {

    private static final List<Map<Integer, Integer>> ROWS = List.of(
            Map.of(0, 0, 1, 1),
            Map.of(0, 0, 3, 2),
            Map.of(1, 1),
            Map.of(0, 1, 1, 1, 2, 2),
            Map.of(3, 2),
            Map.of(0, 0),
            Map.of(2, 0, 3, 0),
            Map.of(1, 2, 2, 1, 3, 1));

    /** Validation asks in row 5 for a class that training never has. */
    private static final SequenceTask CLASSES = task(4, 4, LossKind.SOFTMAX_CROSS_ENTROPY, (split, n, b, batch) -> {
        int row = (int) (n % 8);
        if (row == 5 && split != Split.TRAIN) {
            batch.target(0, b, 3);
        } else {
            ROWS.get(row).forEach((t, c) -> batch.target(t, b, c));
        }
    });

    private static final SequenceTask NUMBERS = task(4, 2, LossKind.SQUARED_ERROR, (split, n, b, batch) -> {
        ROWS.get((int) (n % 8)).forEach((t, c) -> {
            batch.target(t, b, 0, c / 2f);
            batch.target(t, b, 1, t - c);
        });
    });

    private interface Writing {
        void write(Split split, long n, int b, BatchBuffer batch);
    }

    @Test
    void ofClassesItIsWhatNumpyComputes() {
        assertThat(BlindLoss.of(CLASSES).on(Split.VALIDATION, 7, 3, 7)).isCloseTo(3.6295240214240083, within(1e-13));
    }

    @Test
    void ofNumbersItIsWhatNumpyComputes() {
        assertThat(BlindLoss.of(NUMBERS).on(Split.TRAIN, 7, 3, 7)).isCloseTo(0.26116679098719986, within(1e-14));
    }

    @Test
    void everyInstanceGivesTheSameBitsWhateverElseWasAsked() {
        BlindLoss asked = BlindLoss.of(CLASSES);
        asked.on(Split.TEST, 0, 5, 100);
        assertThat(asked.on(Split.VALIDATION, 0, 0, 50))
                .isEqualTo(BlindLoss.of(CLASSES).on(Split.VALIDATION, 0, 0, 50));
        assertThat(IntStream.range(0, 50).parallel().mapToDouble(i -> asked.on(Split.TEST, 1, i, 33)))
                .containsExactly(IntStream.range(0, 50)
                        .mapToDouble(i -> asked.on(Split.TEST, 1, i, 33))
                        .boxed()
                        .toArray(Double[]::new));
    }

    /** The last step is one of 200, so 100 of the sequences end at each: answers of their own cost 7/200 nats more. */
    @Test
    void whereStepsAreRareAllOfThemAreOne() {
        SequenceTask late = task(200, 8, LossKind.SOFTMAX_CROSS_ENTROPY, (split, n, b, batch) -> {
            RandomStream stream = batch.stream(split, 1, n);
            batch.target(stream.nextInt(200), b, stream.nextInt(8));
        });
        assertThat(BlindLoss.of(late).on(Split.VALIDATION, 0, 0, 5000)).isCloseTo(Math.log(8), within(1e-3));
    }

    /** The target of step t is t mod 2. */
    @Test
    void whatTheStepAloneTellsCostsNothing() {
        SequenceTask known = task(50, 2, LossKind.SOFTMAX_CROSS_ENTROPY, (split, n, b, batch) -> {
            for (int t = (int) (n % 50); t < 50; t++) {
                batch.target(t, b, t % 2);
            }
        });
        assertThat(BlindLoss.of(known).on(Split.TEST, 0, 0, 500)).isCloseTo(0, within(1e-3));
    }

    /** Chance is 1/12; a predictor fitted to four sequences has 3/4 of it on the average. */
    @Test
    void itIsNotFittedToTheGivenSequences() {
        SequenceTask uniform = task(
                2,
                1,
                LossKind.SQUARED_ERROR,
                (split, n, b, batch) ->
                        batch.target(1, b, 0, (float) batch.stream(split, 1, n).nextDouble()));
        BlindLoss blind = BlindLoss.of(uniform);
        double mean = IntStream.range(0, 2500)
                .mapToDouble(i -> blind.on(Split.VALIDATION, 0, 4L * i, 4))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1.0 / 12, within(0.003)); // 4 standard errors: Var (u - 1/2)² = 1/180
        assertThat(blind.on(Split.VALIDATION, 0, 0, 10_000)).isCloseTo(mean, within(1e-12));
    }

    /** As in a network's loss, a sequence that asks for nothing counts as one without loss. */
    @Test
    void aSequenceWithoutReadOutsCostsNothingAndCounts() {
        SequenceTask seldom = task(3, 1, LossKind.SQUARED_ERROR, (split, n, b, batch) -> {
            if (n % 4 == 0) {
                batch.target(2, b, 0, n % 8 == 0 ? 1 : -1);
            }
        });
        assertThat(BlindLoss.of(seldom).on(Split.TEST, 0, 0, 8)).isCloseTo(0.25, within(1e-6));
    }

    private static SequenceTask task(int steps, int outputs, LossKind loss, Writing writing) {
        TaskDescription description = new TaskDescription(
                "given",
                new Variant("any", "", "Nobody", 1),
                steps,
                new TaskShape(steps, 1, outputs),
                loss,
                new Standing.Open(1, "unknown"),
                new float[loss == LossKind.SQUARED_ERROR ? outputs : 0],
                Map.of());
        return new SequenceTask() {
            @Override
            public TaskDescription description() {
                return description;
            }

            @Override
            public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                writing.write(split, n, b, batch);
            }
        };
    }
}
