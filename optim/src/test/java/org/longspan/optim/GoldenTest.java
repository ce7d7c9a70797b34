package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Constant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The paths and clipped gradients of PyTorch in double precision. A difference is relative to the largest element
 * of its vector; {@code target/golden-optim.txt} keeps the largest of each case.
 */
class GoldenTest {

    private static final SortedMap<String, Double> DIFFERENCES = new ConcurrentSkipListMap<>();

    /** Our names for torch's settings; ours is always centred where theirs says so. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("lr", "learning-rate"),
            Map.entry("momentum", "momentum"),
            Map.entry("alpha", "decay"),
            Map.entry("rho", "decay"),
            Map.entry("beta1", "beta1"),
            Map.entry("beta2", "beta2"),
            Map.entry("eps", "epsilon"),
            Map.entry("weight_decay", "weight-decay"),
            Map.entry("momentum_decay", "momentum-decay"),
            Map.entry("etaminus", "shrink"),
            Map.entry("etaplus", "grow"),
            Map.entry("step_min", "least-step"),
            Map.entry("step_max", "greatest-step"));

    private static final String CENTERED = "centered";

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

    @ParameterizedTest(name = "{0} follows {1}")
    @CsvSource({
        "sgd, sgd",
        "momentum, momentum",
        "momentum-torch, momentum",
        "nesterov, nesterov",
        "nesterov-torch, nesterov",
        "rprop, rprop",
        "adagrad, adagrad",
        "adadelta, adadelta",
        "rmsprop, rmsprop",
        "rmsprop-centered, rmsprop_centered_momentum",
        "adam, adam",
        "adamw, adamw",
        "amsgrad, amsgrad",
        "adamax, adamax",
        "radam, radam"
    })
    void theOptimizerFollowsTorch(String name, String torch) {
        JsonNode golden = read("optimizers.json");
        JsonNode path = named(golden.get("paths"), torch);
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

    /**
     * The path is of torch 1.13, whose Πₜ₊₁ held μₜ twice: a mistake that version 2.0 fixed (pull request 92699 of
     * pytorch/pytorch). So the oracle follows the path with the mistake, and ours follows the oracle without it.
     */
    @Test
    void nadamFollowsTorchButForAFactorThatTorchLaterTookOut() {
        JsonNode golden = read("optimizers.json");
        JsonNode path = named(golden.get("paths"), "nadam");
        NAdamOracle torch = new NAdamOracle(path.get("settings"), doubles(golden.get("theta0")), true);
        NAdamOracle mended = new NAdamOracle(path.get("settings"), doubles(golden.get("theta0")), false);
        Run run =
                new Run(Optimizers.named("nadam").create(settings(path.get("settings"))), floats(golden.get("theta0")));

        double largest = 0;
        for (int k = 0; k < golden.get("gradients").size(); k++) {
            double[] gradient = doubles(golden.get("gradients").get(k));
            assertThat(torch.advance(gradient))
                    .containsExactly(doubles(path.get("theta").get(k)), within(1e-14));
            run.advance(floats(golden.get("gradients").get(k)));
            largest = Math.max(largest, difference(run.theta.data(), mended.advance(gradient)));
        }

        DIFFERENCES.put("optimizer nadam, mended", largest);
        assertThat(largest).isLessThan(PATH_TOLERANCE);
    }

    @Test
    void everyPathOfTorchHasAnOptimizerThatFollowsIt() throws NoSuchMethodException {
        Stream<String> followed = Arrays.stream(GoldenTest.class
                        .getDeclaredMethod("theOptimizerFollowsTorch", String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(row -> row.split(", ")[1])
                .distinct();
        assertThat(Stream.concat(followed, Stream.of("nadam")))
                .containsExactlyInAnyOrderElementsOf(read("optimizers.json")
                        .get("paths")
                        .valueStream()
                        .map(path -> path.get("name").asString())
                        .toList());
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
            if (!setting.getKey().equals(CENTERED)) {
                settings = settings.with(
                        SETTINGS.get(setting.getKey()), setting.getValue().asDouble());
            }
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
        return difference(ours, doubles(theirs));
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

    private static double[] doubles(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
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
