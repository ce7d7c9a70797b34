package org.longspan.suite.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import org.longspan.method.MethodProvider;

/** A jar with an optimizer, a clipping and a cell from outside Longspan. */
final class StrangersMethods {

    private static final String CLASS = "Guests";

    private static final String SOURCE = """
            import java.util.List;
            import java.util.Set;
            import org.longspan.method.MethodProvider;
            import org.longspan.model.cell.*;
            import org.longspan.numerics.Parameters;
            import org.longspan.numerics.catalogue.Entry;
            import org.longspan.optim.*;
            import org.longspan.optim.clip.Normalize;
            import org.longspan.optim.descent.*;

            /**
             * An optimizer that steps along the cube of the gradient, a clipping to a fixed length, and a cell with a
             * slow leak.
             */
            public final class Guests implements MethodProvider {
                public List<Entry<Optimizer>> optimizers() {
                    return List.of(new Entry<>(
                            "OPTIMIZER", "Descends along cubes.", "θ ← θ - η g³", "Guest (2026).",
                            List.of(DescentStep.learningRate(0.001, 1e-5, 0.1)), List.of(),
                            settings -> {
                                FAULT
                                return FirstOrder.of(
                                        new Cube(), new DescentStep(settings.number(DescentStep.LEARNING_RATE)));
                            }));
                }

                public List<Entry<ClippingScheme>> clippings() {
                    return List.of(new Entry<>(
                            "half-length", "Brings every gradient to length 1/2.", "g ← g/(2‖g‖)", "Guest (2026).",
                            List.of(), List.of(), settings -> new Normalize(0.5)));
                }

                public List<Entry<CellFactory>> cells() {
                    return List.of(new Entry<>(
                            "slow-leak", "Keeps most of its state.", "h ← 0.9 h + 0.1 tanh(z)", "Guest (2026).",
                            List.of(), List.of(),
                            settings -> (inputs, hidden) -> new LeakyIntegratorCell(inputs, hidden, 0.1f)));
                }

                private record Cube() implements ElementwiseTransform {
                    public void apply(Parameters update, Parameters theta, Memory memory, Step step, int from, int to) {
                        float[] u = update.data();
                        for (int i = from; i < to; i++) {
                            u[i] = u[i] * u[i] * u[i];
                        }
                    }
                }
            }
            """;

    private StrangersMethods() {}

    /** Writes a jar with an optimizer of that name, the clipping half-length and the cell slow-leak. */
    static Path withOptimizer(String name, Path jar) throws IOException {
        return CompiledJar.write(
                jar,
                MethodProvider.class,
                CLASS,
                SOURCE.replace("OPTIMIZER", name).replace("FAULT", ""));
    }

    /** Writes the jar with an optimizer cubes whose creation fails. */
    static Path broken(Path jar) throws IOException {
        String fault = "if (settings != null) { throw new IllegalStateException(\"no luck\"); }";
        return CompiledJar.write(
                jar,
                MethodProvider.class,
                CLASS,
                SOURCE.replace("OPTIMIZER", "cubes").replace("FAULT", fault));
    }

    /** Writes the jar with an optimizer cubes whose steps fail. */
    static Path failing(Path jar) throws IOException {
        String step = "float[] u = update.data();";
        String fault = "if (update != null) { throw new IllegalStateException(\"no luck\"); } " + step;
        return CompiledJar.write(
                jar,
                MethodProvider.class,
                CLASS,
                SOURCE.replace("OPTIMIZER", "cubes").replace("FAULT", "").replace(step, fault));
    }
}
