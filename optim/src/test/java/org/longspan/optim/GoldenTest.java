package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.schedule.Constant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The paths and clipped gradients of PyTorch in double precision. A difference is relative to the largest element
 * of its vector; {@code target/golden-optim.txt} keeps the largest of each case.
 */
class GoldenTest {

    private static final SortedMap<String, Double> DIFFERENCES = new ConcurrentSkipListMap<>();

    /** Our names for torch's settings. */
    private static final Map<String, String> SETTINGS = Map.of(
            "lr", "learning-rate",
            "momentum", "momentum",
            "alpha", "decay",
            "beta1", "beta1",
            "beta2", "beta2",
            "eps", "epsilon");

    /** 12 steps of float32: a rounding of θ at each, 2⁻²⁴, and a few in the update, which is smaller than θ. */
    private static final double PATH_TOLERANCE = 16 * 0x1p-24;

    /** Three roundings: of the gradient, of its factor and of their product. */
    private static final double CLIP_TOLERANCE = 3 * 0x1p-24;

    @AfterAll
    static void keepTheDifferences() throws IOException {
        System.Logger log = System.getLogger(GoldenTest.class.getName());
        StringBuilder text = new StringBuilder();
        DIFFERENCES.forEach((name, difference) -> {
            String line = String.format(Locale.ROOT, "%-36s %.2e", name, difference);
            log.log(System.Logger.Level.INFO, line);
            text.append(line).append('\n');
        });
        Files.writeString(Path.of("target", "golden-optim.txt"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd", "momentum", "nesterov", "rmsprop", "adam"})
    void theOptimizerFollowsTorch(String name) {
        JsonNode golden = read("optimizers.json");
        JsonNode path = named(golden.get("paths"), name);
        Settings settings = settings(path.get("settings"));
        Run run = new Run(Optimizers.named(name).create(settings), floats(golden.get("theta0")));

        double largest = 0;
        for (int k = 0; k < golden.get("gradients").size(); k++) {
            run.advance(floats(golden.get("gradients").get(k)));
            float[] ours = name.equals("nesterov") ? probe(run, settings.number("momentum")) : run.theta.data();
            largest = Math.max(largest, difference(ours, path.get("theta").get(k)));
        }

        DIFFERENCES.put("optimizer " + name, largest);
        assertThat(largest).isLessThan(PATH_TOLERANCE);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("clippings")
    void theClippingFollowsTorch(String scheme, double threshold, JsonNode clipped) {
        String name = Map.of("value", "value", "global_norm", "global-norm", "norm_per_block", "block-norm")
                .get(scheme);
        Parameters gradient = blocks(read("clipping.json").get("blocks"));
        double smallestNorm = Arrays.stream(ThresholdUnit.BLOCK_NORM.measure(gradient, step().kernels()))
                .min()
                .orElseThrow();
        // Torch divides by norm + 1e-6: its result is shorter by 1e-6/norm, relatively.
        double tolerance = CLIP_TOLERANCE + (scheme.equals("value") ? 0 : 1e-6 / smallestNorm);

        Clipping clipping = Clippings.named(name)
                .create(Settings.NONE.with("threshold", threshold).with("relative-to", "absolute"))
                .at(1);
        clipping.perUpdate().apply(gradient, gradient, new Memory(gradient.layout()), step());

        double largest = difference(gradient.data(), flat(clipped));
        DIFFERENCES.put("clipping " + name + " at " + threshold, largest);
        assertThat(largest).isLessThan(tolerance);
    }

    static Stream<Arguments> clippings() {
        return read("clipping.json")
                .get("cases")
                .valueStream()
                .map(one -> Arguments.of(
                        one.get("scheme").asString(), one.get("threshold").asDouble(), one.get("clipped")));
    }

    /** φ = θ + μv, which is what torch stores. */
    private static float[] probe(Run run, double mu) {
        float[] phi = run.theta.data().clone();
        float[] v = run.memory.vector("momentum.velocity").data();
        for (int i = 0; i < phi.length; i++) {
            phi[i] = (float) (phi[i] + mu * v[i]);
        }
        return phi;
    }

    private static Settings settings(JsonNode torch) {
        Settings settings = Settings.NONE;
        for (Map.Entry<String, JsonNode> setting : torch.properties()) {
            settings = settings.with(
                    SETTINGS.get(setting.getKey()), setting.getValue().asDouble());
        }
        return settings;
    }

    private static JsonNode named(JsonNode paths, String name) {
        return paths.valueStream()
                .filter(path -> path.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double difference(float[] ours, JsonNode theirs) {
        double[] reference = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            reference[i] = theirs.get(i).asDouble();
        }
        return difference(ours, reference);
    }

    private static double difference(float[] ours, double[] reference) {
        double error = 0;
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            error = Math.max(error, Math.abs(ours[i] - reference[i]));
            largest = Math.max(largest, Math.abs(reference[i]));
        }
        return error / largest;
    }

    /** Blocks of numbers in the layout that they have: matrices, and vectors as one row. */
    private static Parameters blocks(JsonNode blocks) {
        ParameterLayout.Builder layout = ParameterLayout.builder();
        for (int b = 0; b < blocks.size(); b++) {
            JsonNode block = blocks.get(b);
            boolean matrix = block.get(0).isArray();
            layout.add(
                    "block" + b,
                    matrix ? block.size() : 1,
                    matrix ? block.get(0).size() : block.size(),
                    matrix ? Role.RECURRENT : Role.BIAS);
        }
        Parameters vector = new Parameters(layout.build());
        double[] elements = flat(blocks);
        for (int i = 0; i < elements.length; i++) {
            vector.data()[i] = (float) elements[i];
        }
        return vector;
    }

    private static double[] flat(JsonNode numbers) {
        return numbers.isArray()
                ? numbers.valueStream()
                        .flatMapToDouble(one -> Arrays.stream(flat(one)))
                        .toArray()
                : new double[] {numbers.asDouble()};
    }

    private static float[] floats(JsonNode array) {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) array.get(i).asDouble();
        }
        return floats;
    }

    private static Step step() {
        return Run.step(new Constant(), 1);
    }

    private static JsonNode read(String file) {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + file)) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
