package org.longspan.task;

import java.util.Arrays;
import org.longspan.numerics.random.RandomStream;

/**
 * A batch that a task writes its sequences into; allocated once and reused. It belongs to one thread, and so does the
 * {@link #stream stream} that a task draws from: so all threads can share a task that allocates nothing.
 */
public final class BatchBuffer implements Batch {

    private static final byte READ_OUT = 1;
    private static final byte BLANK = 2;

    private final int steps;
    private final int capacity;
    private final int inputWidth;
    private final int outputWidth;
    private final float[] inputs; // (T, B, I)
    private final Targets targets; // (T, B, O) or (T, B)
    private final byte[] mask; // (T, B)
    private final int[] readOutsAt; // (T)
    private final int[] readOutsOf; // (B)
    private final RandomStream stream = new RandomStream(0);
    private int sequences;

    /**
     * Creates room for {@code capacity} sequences of the task described.
     *
     * @throws IllegalArgumentException if they do not fit into one array
     */
    public BatchBuffer(TaskDescription task, int capacity) {
        requireRoom(task, capacity);
        this.steps = task.steps();
        this.capacity = capacity;
        this.inputWidth = task.inputs();
        this.outputWidth = task.outputs();
        this.inputs = new float[steps * capacity * inputWidth];
        this.targets = task.loss() == LossKind.SQUARED_ERROR
                ? new Targets.Real(new float[steps * capacity * outputWidth])
                : new Targets.Classes(new int[steps * capacity]);
        this.mask = new byte[steps * capacity];
        this.readOutsAt = new int[steps];
        this.readOutsOf = new int[capacity];
    }

    private static void requireRoom(TaskDescription task, int capacity) {
        long most = Integer.MAX_VALUE / ((long) task.steps() * Math.max(task.inputs(), task.outputs()));
        if (capacity < 1 || capacity > most) {
            throw new IllegalArgumentException(
                    "task " + task.family() + ", variant " + task.variant().name() + ", length " + task.length()
                            + ": a batch of " + capacity + " sequences, expected from 1 to " + most);
        }
    }

    /**
     * Clears the buffer and lets {@code task} write {@code count} sequences into it.
     *
     * @throws IllegalArgumentException if there is no room for that many
     */
    public void fill(SequenceTask task, Split split, long seed, long from, int count) {
        if (count < 1 || count > capacity) {
            throw new IllegalArgumentException(count + " sequences in a buffer for " + capacity);
        }
        Arrays.fill(inputs, 0f);
        Arrays.fill(mask, (byte) 0);
        Arrays.fill(readOutsAt, 0);
        Arrays.fill(readOutsOf, 0);
        sequences = count;
        task.fill(split, seed, from, count, this);
    }

    /**
     * Returns this buffer's one stream, set to the beginning of sequence {@code n} of that split: the only randomness
     * that a task may use. The next call sets the same stream to another sequence.
     */
    public RandomStream stream(Split split, long seed, long n) {
        stream.reset(seed, split.ordinal(), n);
        return stream;
    }

    /** Sets input {@code i} of sequence {@code b} at step {@code t}; inputs are 0 where nothing is set. */
    public void input(int t, int b, int i, float value) {
        inputs[(t * capacity + b) * inputWidth + i] = value;
    }

    /** Asks for the class {@code target} at step {@code t} of sequence {@code b}. */
    public void target(int t, int b, int target) {
        ((Targets.Classes) targets).classes()[t * capacity + b] = target;
        readOut(t, b, READ_OUT);
    }

    /** Asks for the class {@code target} where it carries no information, as a blank does. */
    public void blank(int t, int b, int target) {
        ((Targets.Classes) targets).classes()[t * capacity + b] = target;
        readOut(t, b, (byte) (READ_OUT | BLANK));
    }

    /** Asks for {@code value} at output {@code o}, step {@code t}, sequence {@code b}. */
    public void target(int t, int b, int o, float value) {
        ((Targets.Real) targets).values()[(t * capacity + b) * outputWidth + o] = value;
        readOut(t, b, READ_OUT);
    }

    private void readOut(int t, int b, byte mark) {
        int at = t * capacity + b;
        if (mask[at] == 0) {
            readOutsAt[t]++;
            readOutsOf[b]++;
        }
        mask[at] = mark;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int sequences() {
        return sequences;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public int inputWidth() {
        return inputWidth;
    }

    @Override
    public int outputWidth() {
        return outputWidth;
    }

    @Override
    public float[] inputs() {
        return inputs;
    }

    @Override
    public Targets targets() {
        return targets;
    }

    @Override
    public int readOuts(int t) {
        return readOutsAt[t];
    }

    @Override
    public boolean isReadOut(int t, int b) {
        return mask[t * capacity + b] != 0;
    }

    @Override
    public boolean isInformative(int t, int b) {
        return mask[t * capacity + b] == READ_OUT;
    }

    @Override
    public int readOutsOf(int b) {
        return readOutsOf[b];
    }
}
