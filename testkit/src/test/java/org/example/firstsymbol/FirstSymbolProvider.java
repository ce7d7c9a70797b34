package org.example.firstsymbol;

import java.util.List;
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

/** Asks at the end of a noisy sequence which of four symbols it began with. */
public final class FirstSymbolProvider implements TaskProvider {

    private static final int SYMBOLS = 4;

    private static final Variant NOISY = new Variant(
            "noisy",
            "One of four symbols, then noise from [0, 1]; the target at the last step is that symbol. T is the length."
                    + " Solved when at most 1 % of the symbols are wrong.",
            "Doe (2026). An example.",
            2);

    @Override
    public String name() {
        return "first-symbol";
    }

    @Override
    public String summary() {
        return "Says at the end of a noisy sequence which symbol it began with.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(NOISY);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length); // refuses what is unknown or too short
        return new FirstSymbol(TaskDescription.ofClasses(
                name(),
                known,
                length,
                new TaskShape(length, SYMBOLS + 1, SYMBOLS), // the inputs are the symbols, one-hot, and the noise
                new Standing.Solvable(StrictMath.log(SYMBOLS), "ln 4", new Measure.SymbolsMisclassified(), 0.01)));
    }

    private record FirstSymbol(TaskDescription description) implements SequenceTask {

        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            int symbol = stream.nextInt(SYMBOLS);
            batch.input(0, b, symbol, 1f);
            for (int t = 1; t < description.steps(); t++) {
                batch.input(t, b, SYMBOLS, (float) stream.uniform(0, 1));
            }
            batch.target(description.steps() - 1, b, symbol);
        }
    }
}
