package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.task.LossKind;
import org.longspan.task.Split;

/**
 * Our float values against those that PyTorch computed in double. The largest relative difference of each value, max
 * |ours - theirs| / max |theirs|, goes to {@code target/golden-cells.txt}.
 */
class GoldenCellsTest {

    /** A few hundred roundings of 6e-8, few of which add up. */
    private static final double FLOAT = 5e-6;

    private static final Map<String, String> CELLS =
            Map.of("rnn_tanh", "tanh-rnn", "rnn_relu", "relu-rnn", "lstm", "lstm", "gru", "gru");

    @Test
    void everyValueOfTheGoldenCellsIsMet() throws IOException {
        List<String> report = new ArrayList<>();
        for (Object golden : (List<?>) Json.parse(resource())) {
            @SuppressWarnings("unchecked")
            Map<String, Object> values = (Map<String, Object>) golden;
            if (CELLS.containsKey(values.get("cell"))) {
                Map<String, Double> differences = new Golden(values).differences();
                report.add(line(values, differences));
                differences.forEach((what, difference) ->
                        assertThat(difference).as("%s of %s", what, report).isLessThan(FLOAT));
            }
        }
        assertThat(report).hasSize(2 * CELLS.size());
        Files.write(Path.of("target", "golden-cells.txt"), report);
        report.forEach(System.out::println);
    }

    private static String resource() throws IOException {
        try (InputStream in = GoldenCellsTest.class.getResourceAsStream("/golden/cells.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(Map<String, Object> values, Map<String, Double> differences) {
        StringBuilder line = new StringBuilder(values.get("cell") + " " + values.get("loss") + ":");
        differences.forEach((what, d) -> line.append(String.format(Locale.ROOT, " %s %.1e", what, d)));
        return line.toString();
    }

    /** One case of the file. */
    private static final class Golden {

        private final Map<String, Object> values;
        private final int steps;
        private final int sequences;
        private final int outputs;
        private final GivenTask task;
        private final Network network;
        private final Workspace workspace;
        private final TaskObjective objective;
        private final Parameters theta;

        Golden(Map<String, Object> values) {
            this.values = values;
            this.steps = whole("T");
            this.sequences = whole("B");
            this.outputs = whole("O");
            LossKind loss =
                    values.get("loss").equals("mse_last") ? LossKind.SQUARED_ERROR : LossKind.SOFTMAX_CROSS_ENTROPY;
            this.task = new GivenTask(steps, whole("I"), outputs, loss, numbers("x"), numbers("y"));
            this.network = new Network(
                    Architecture.of(CELLS.get(values.get("cell")), whole("H")),
                    task.description(),
                    KernelChoice.best("auto").kernels());
            this.workspace = network.newWorkspace(sequences);
            this.objective = new TaskObjective(network, task, Split.TRAIN, 0, workspace).bind(0, sequences);
            this.theta = fromTorch("parameters");
        }

        Map<String, Double> differences() {
            Map<String, Double> differences = new LinkedHashMap<>();
            Parameters result = new Parameters(network.layout());
            double loss = objective.gradient(theta, GradientSeams.NONE, result);
            Matrix y = Matrix.zeros(steps * sequences, outputs);
            Buffers buffers = workspace.buffers();
            Matrix h = buffers.runs[0].outputs();
            buffers.readOut.forward(h, y);
            differences.put("h", Case.relative(h.toArray(), numbers("h")));
            differences.put("outputs", Case.relative(y.data(), numbers("outputs")));
            double expected = (Double) values.get("loss_value");
            differences.put("loss", Math.abs(loss - expected) / expected);
            differences.put("gradient", parameters(result, "gradient"));
            float[] dh = buffers.dh[0].data().clone(); // of each sequence's own loss; theirs is of the mean
            for (int i = 0; i < dh.length; i++) {
                dh[i] /= sequences;
            }
            differences.put("dloss/dh", Case.relative(dh, numbers("dloss_dh")));
            Parameters direction = fromTorch("direction");
            objective.curvature(direction, Curvature.GAUSS_NEWTON, result);
            Matrix yDot = Matrix.zeros(steps * sequences, outputs);
            buffers.readOut.tangent(direction, h, workspace.tangents().hDot[0], yDot);
            differences.put("jvp", Case.relative(yDot.data(), numbers("jvp_outputs")));
            differences.put("gauss-newton", parameters(result, "gauss_newton_product"));
            return differences;
        }

        private int whole(String name) {
            return ((Double) values.get(name)).intValue();
        }

        private double[] numbers(String name) {
            return Json.numbers(values.get(name));
        }

        /** Transposes PyTorch's weights (gates·H, I) into ours; where it adds two biases, ours is the sum. */
        private Parameters fromTorch(String name) {
            double[][] theirs = torch(name);
            Parameters ours = new Parameters(network.layout());
            for (Place place : places()) {
                double[] sum = place.in(theirs[place.from[0]]);
                for (int other = 1; other < place.from.length; other++) {
                    double[] added = place.in(theirs[place.from[other]]);
                    Arrays.setAll(sum, j -> sum[j] + added[j]);
                }
                transpose(sum, ours.block(place.block));
            }
            return ours;
        }

        /** Two biases that PyTorch adds have one derivative, that of our single bias. */
        private double parameters(Parameters ours, String name) {
            double[][] theirs = torch(name);
            double greatest = 0;
            for (Place place : places()) {
                for (int from : place.from) {
                    greatest = Math.max(greatest, transposed(ours.block(place.block), place.in(theirs[from])));
                }
            }
            return greatest;
        }

        /**
         * The place of one of our blocks among PyTorch's.
         *
         * @param block our block
         * @param begin the first of its gates in PyTorch's order
         * @param end the gate after its last
         * @param gates how many gates PyTorch's block has
         * @param from indices of PyTorch's blocks, in the order of {@link #torch}
         */
        private record Place(String block, int begin, int end, int gates, int... from) {

            double[] in(double[] theirs) {
                int size = theirs.length / gates;
                return Arrays.copyOfRange(theirs, begin * size, end * size);
            }
        }

        /** PyTorch has a GRU's gates in the order r, z, n; ours has n in separate blocks, with both of its biases. */
        private List<Place> places() {
            List<Place> cell = values.get("cell").equals("gru")
                    ? List.of(
                            new Place("layer0.gates.input", 0, 2, 3, 0),
                            new Place("layer0.gates.recurrent", 0, 2, 3, 1),
                            new Place("layer0.gates.bias", 0, 2, 3, 2, 3),
                            new Place("layer0.candidate.input", 2, 3, 3, 0),
                            new Place("layer0.candidate.bias", 2, 3, 3, 2),
                            new Place("layer0.candidate.recurrent", 2, 3, 3, 1),
                            new Place("layer0.candidate.reset-bias", 2, 3, 3, 3))
                    : List.of(
                            new Place("layer0.input", 0, 1, 1, 0),
                            new Place("layer0.recurrent", 0, 1, 1, 1),
                            new Place("layer0.bias", 0, 1, 1, 2, 3));
            List<Place> places = new ArrayList<>(cell);
            places.add(new Place("readout.weight", 0, 1, 1, 4));
            places.add(new Place("readout.bias", 0, 1, 1, 5));
            return places;
        }

        private double[][] torch(String name) {
            @SuppressWarnings("unchecked")
            Map<String, Object> blocks = (Map<String, Object>) values.get(name);
            return Arrays.stream(new String[] {"W_ih", "W_hh", "b_ih", "b_hh", "W_out", "b_out"})
                    .map(block -> Json.numbers(blocks.get(block)))
                    .toArray(double[][]::new);
        }

        private static void transpose(double[] theirs, Matrix ours) {
            for (int r = 0; r < ours.rows(); r++) {
                for (int c = 0; c < ours.columns(); c++) {
                    ours.set(r, c, (float) theirs[c * ours.rows() + r]);
                }
            }
        }

        private static double transposed(Matrix ours, double[] theirs) {
            float[] flat = new float[theirs.length];
            for (int r = 0; r < ours.rows(); r++) {
                for (int c = 0; c < ours.columns(); c++) {
                    flat[c * ours.rows() + r] = ours.get(r, c);
                }
            }
            return Case.relative(flat, theirs);
        }
    }
}
