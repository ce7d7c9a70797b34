package org.longspan.testkit;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/** Asks for the first number of a sequence at its end, with one flaw. */
final class FlawedProvider implements TaskProvider {

    private final Flaw flaw;
    private final AtomicLong instances = new AtomicLong();

    /** A null flaw is none. */
    FlawedProvider(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String name() {
        return "flawed";
    }

    @Override
    public String summary() {
        return flaw == Flaw.WITHOUT_SUMMARY ? "" : "Says the first number.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(new Variant("plain", "Numbers from [0, 1].", "Doe (2026)", 2));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        if (flaw == Flaw.SILENT_ON_VARIANTS && !variant.equals("plain")) {
            throw new IllegalArgumentException("unknown variant " + variant);
        }
        if (flaw != Flaw.ACCEPTS_TOO_SHORT || length < 1) {
            variant(variant, length);
        }
        double chance = flaw == Flaw.CHANCE_TOO_HIGH ? 0.09 : flaw == Flaw.CHANCE_TOO_LOW ? 0.08 : 1.0 / 12;
        double solved = flaw == Flaw.TRIVIAL ? 0.1 : flaw == Flaw.UNSOLVABLE ? 0 : 0.01;
        return new Flawed(TaskDescription.ofNumbers(
                name(),
                new Variant(variant, "", flaw == Flaw.WITHOUT_YEAR ? "Doe" : "Doe (2026)", 1),
                flaw == Flaw.WRONG_LENGTH ? length + 1 : length,
                new TaskShape(length, 1, 1),
                new Standing.Solvable(chance, "1/12", new Measure.Loss(), solved),
                flaw == Flaw.WRONG_MEAN_TARGET ? 0.52f : 0.5f));
    }

    private final class Flawed implements SequenceTask {

        private final TaskDescription description;
        private final long instance = instances.getAndIncrement();
        private volatile float state;

        Flawed(TaskDescription description) {
            this.description = description;
        }

        @Override
        public TaskDescription description() {
            return description;
        }

        @Override
        public void fill(Split split, long seed, long from, int count, BatchBuffer batch) {
            for (int b = 0; b < count; b++) {
                write(split, from + b, b, batch, stream(batch, split, seed, from, b));
            }
        }

        private RandomStream stream(BatchBuffer batch, Split split, long seed, long from, int b) {
            if (flaw == Flaw.ALLOCATES) {
                state = new float[] {b}[0] + new Object().hashCode();
            }
            Split asked = asked(split);
            long s = flaw == Flaw.SEED_ZERO_MEANS_ONE && seed == 0 ? 1 : seed;
            s = flaw == Flaw.SEED_OF_32_BITS ? (int) s : s;
            s = flaw == Flaw.INSTANCES_DIFFER ? s + instance : s;
            long n = flaw == Flaw.DEPENDS_ON_THE_BATCH ? from : from + b;
            return batch.stream(asked, s, flaw == Flaw.NUMBERS_OF_32_BITS ? (int) n : n);
        }

        private Split asked(Split split) {
            if (flaw == Flaw.CONFIRMATION_IS_VALIDATION && split == Split.CONFIRMATION) {
                return Split.VALIDATION;
            }
            return flaw == Flaw.SPLITS_ARE_ONE ? Split.TRAIN : split;
        }

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            float first = (float) stream.nextDouble();
            float shown = flaw == Flaw.UNSOLVABLE ? (float) stream.nextDouble() : first;
            batch.input(0, b, 0, flaw == Flaw.INFINITE_INPUT ? Float.POSITIVE_INFINITY : shown);
            if (flaw == Flaw.SHARED_STATE) {
                state = first;
                for (int t = 1; t < description.steps(); t++) {
                    Thread.yield();
                    batch.input(t, b, 0, state);
                }
            }
            if (flaw != Flaw.NEVER_READ_OUT) {
                batch.target(description.steps() - 1, b, 0, flaw == Flaw.TARGET_NOT_A_NUMBER ? Float.NaN : first);
            }
        }
    }
}
