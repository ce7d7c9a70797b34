package org.longspan.tasks.recall;

import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/**
 * Multi-query associative recall: four pairs of a key and a value, then each key once more, to be answered at once.
 *
 * <pre>
 *   t               0   1   2   3   4   5   6   7   8 .. T-1
 *   x(t), one-hot   k1  v1  k2  v2  k3  v3  k4  v4  ki at step 8 + 2 gi, i = 1 .. 4, blank at all others
 *   y(t)            not read out                    vi where ki stands, no other step is read out
 *   k distinct, of 16;  v distinct, of 16;  g distinct, of 0 .. (T-8)/2 - 1, rounded down
 *   P(g) ∝ (g + 1)^(a - 1):  a = 1 (uniform-gaps),  a = 0.01 (power-law-gaps)
 *   inputs: blank = 0, keys 1 .. 16, values 17 .. 32;  classes: the sixteen values
 * </pre>
 *
 * <p>The loss is the mean cross-entropy over the four queries. Chance predicts each value with probability 1/16.
 *
 * <p>With uniform gaps the distance from a pair to its query grows with T, on average as T/2. With the power law of
 * text most queries follow soon whatever T is, and a few come late.
 *
 * <p>Source: the task, its layout, the distinct keys and values and the distribution of the gaps are those of Arora et
 * al., "Zoology: Measuring and Improving Recall in Efficient Language Models", 2023, and its published code, whose own
 * power is a = 0.01. The rest is Longspan's own, so its numbers are not comparable with any paper's: the vocabulary has
 * 33 one-hot inputs, not 8,192 tokens, half of them keys; blanks stand between the queries, not random tokens; gaps are
 * drawn one after another until they are distinct. The paper reports accuracies; the criterion, at most 1 % of the
 * queries answered wrong, is Longspan's too.
 *
 * <p>Not to be confused with the associative recall of memory networks, which asks for the item after one shown item.
 */
final class AssociativeRecall implements SequenceTask {

    static final String CITATION =
            "Longspan's own form of the task of Arora, Eyuboglu et al. (2023). Zoology: Measuring and Improving Recall"
                    + " in Efficient Language Models. arXiv:2312.04927.";

    static final Variant UNIFORM_GAPS = new Variant(
            "uniform-gaps",
            "Four pairs of a key and a value, then among blanks each key once more, at random places, where"
                    + " its value is asked for; only there is it read out. T is the length of every sequence. Solved"
                    + " when at most 1 % of the answers are wrong.",
            CITATION,
            16); // four places for four queries

    static final Variant POWER_LAW_GAPS = new Variant(
            "power-law-gaps",
            "Four pairs of a key and a value, then among blanks each key once more, likelier soon than late, by"
                    + " the power law (g + 1)^-0.99 of the g-th place; its value is asked for there and only there. T"
                    + " is the length of every sequence. Solved when at most 1 % of the answers are wrong.",
            CITATION,
            16);

    private static final int PAIRS = 4;
    private static final int KEYS = 16;
    private static final int VALUES = 16;
    private static final int BLANK = 0;

    private final TaskDescription description;
    private final QuerySites sites;

    private AssociativeRecall(Variant variant, int length, double a) {
        this.sites = new QuerySites((length - 2 * PAIRS) / 2, a);
        this.description = TaskDescription.ofClasses(
                RecallProvider.NAME,
                variant,
                length,
                new TaskShape(length, 1 + KEYS + VALUES, VALUES),
                new Standing.Solvable(StrictMath.log(VALUES), "ln 16", new Measure.SymbolsMisclassified(), 0.01));
    }

    static AssociativeRecall uniformGaps(int length) {
        return new AssociativeRecall(UNIFORM_GAPS, length, 1);
    }

    static AssociativeRecall powerLawGaps(int length) {
        return new AssociativeRecall(POWER_LAW_GAPS, length, 0.01);
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int keys = 0; // a bit for each that is taken
        int values = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int key = untaken(keys, KEYS, stream);
            int value = untaken(values, VALUES, stream);
            keys |= 1 << key;
            values |= 1 << value;
            int query = query(b, batch, stream);
            batch.input(2 * pair, b, 1 + key, 1f);
            batch.input(2 * pair + 1, b, 1 + KEYS + value, 1f);
            batch.input(query, b, 1 + key, 1f);
            batch.target(query, b, value);
        }
        for (int t = 2 * PAIRS; t < batch.steps(); t++) {
            if (!batch.isReadOut(t, b)) {
                batch.input(t, b, BLANK, 1f);
            }
        }
    }

    private static int untaken(int taken, int of, RandomStream stream) {
        int drawn = stream.nextInt(of);
        while ((taken >> drawn & 1) != 0) {
            drawn = stream.nextInt(of);
        }
        return drawn;
    }

    /** Draws a step that has no query yet. */
    private int query(int b, BatchBuffer batch, RandomStream stream) {
        int step = 2 * (PAIRS + sites.draw(stream));
        while (batch.isReadOut(step, b)) {
            step = 2 * (PAIRS + sites.draw(stream));
        }
        return step;
    }
}
