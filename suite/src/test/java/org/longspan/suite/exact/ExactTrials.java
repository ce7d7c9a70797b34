package org.longspan.suite.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;

/**
 * The trials that must give the same bits everywhere: together they cover all cells, families of tasks, optimizers and
 * clippings, at sizes that are no multiple of a vector's width. {@code ExactTrialsTest} checks that they do.
 */
final class ExactTrials {

    /** Signals vanish: a recurrent map of spectral radius 0.3. */
    static final String VANISHING = "vanishing-tanh-rnn";

    /** Signals explode: a recurrent map of spectral radius 3 and states near zero. */
    static final String EXPLODING = "exploding-tanh-rnn";

    private static final String RATE = "learning-rate";
    private static final String THRESHOLD = "threshold";
    private static final String SITE = "site";
    private static final String ADDING = "adding";
    private static final String COPY = "copy";
    private static final String LSTM = "lstm";
    private static final String TANH_RNN = "tanh-rnn";

    private ExactTrials() {}

    /** Returns all trials: the chosen ones, and one for each other entry of the lists. */
    static List<ExactTrial> all() {
        List<ExactTrial> all = new ArrayList<>(chosen());
        all.addAll(DerivedTrials.beside(chosen()));
        return all;
    }

    private static List<ExactTrial> chosen() {
        return List.of(
                trial(ADDING, "urnn", 11, model(LSTM))
                        .by("adam", Map.of(RATE, 0.01))
                        .clipped("global-norm", Map.of(THRESHOLD, 0.3)) // a multiple: its unit is measured
                        .of("lstm-adam-global-norm", 150, 50),
                trial(ADDING, "hochreiter97", 20, model(TANH_RNN))
                        .by("sgd", Map.of(RATE, 0.1))
                        .scheduled("exponential")
                        .clipped("value", absolute(0.02))
                        .of("tanh-rnn-sgd-value", 200, 50),
                trial(COPY, "memory-5-bit", 9, model(TANH_RNN))
                        .by("momentum", Map.of(RATE, 0.02))
                        .clipped("block-norm", absolute(0.1))
                        .of("tanh-rnn-momentum-block-norm", 150, 50),
                trial(COPY, "memory-5-bit", 13, model(LSTM, 2))
                        .by("nesterov", Map.of(RATE, 0.05))
                        .scheduled("warm-up")
                        .clipped("signal-value", absolute(0.01, "cell"))
                        .of("lstm-nesterov-signal-value", 80, 40),
                trial(COPY, "memory-20-bit", 3, model(LSTM))
                        .by("rmsprop", Map.of(RATE, 0.005))
                        .clipped("signal-norm", absolute(0.05, "preactivation"))
                        .of("lstm-rmsprop-signal-norm", 80, 40),
                trial(ADDING, "urnn", 24, sparse(0.3, 0.1))
                        .by("momentum", Map.of(RATE, 0.01))
                        .clipped("signal-norm", absolute(0.01, "hidden"))
                        .of(VANISHING, 100, 50),
                trial(ADDING, "pascanu13", 21, sparse(3, 1e-12))
                        .by("sgd", Map.of(RATE, 0.01))
                        .clipped("global-norm", absolute(1))
                        .skippingWhatIsNotFinite()
                        .of(EXPLODING, 150, 50),
                trial(ADDING, "urnn", 2, model(LSTM))
                        .by("adam", Map.of(RATE, 0.03))
                        .clipped("value", absolute(0.1))
                        .of("solved-lstm", 200, 20),
                trial(COPY, "urnn", 3, model(LSTM))
                        .by("adam", Map.of(RATE, 0.01))
                        .of("lstm-adam-unclipped", 60, 30),
                trial(ADDING, "hochreiter97", 20, model("lstm-1997"))
                        .by("sgd", Map.of(RATE, 0.1))
                        .clipped("signal-value", absolute(1e-3, "cell"))
                        .of("lstm-1997-sgd-signal-value", 60, 30),
                trial(ADDING, "urnn", 11, model("gru", 2))
                        .by("adam", Map.of(RATE, 0.01))
                        .clipped("signal-norm", absolute(0.01, "preactivation"))
                        .of("gru-adam-signal-norm", 60, 30),
                trial(COPY, "memory-5-bit", 9, model("gru-cho", 2))
                        .by("momentum", Map.of(RATE, 0.02))
                        .clipped("block-norm", absolute(0.1))
                        .of("gru-cho-momentum-block-norm", 60, 30),
                trial(ADDING, "urnn", 11, model("min-gru"))
                        .by("rmsprop", Map.of(RATE, 0.01))
                        .clipped("value", absolute(0.02))
                        .of("min-gru-rmsprop-value", 60, 30),
                trial(COPY, "urnn", 4, model("orthogonal-rnn"))
                        .by("rmsprop", Map.of(RATE, 0.003))
                        .clipped("global-norm", absolute(0.1))
                        .of("orthogonal-rnn-rmsprop-global-norm", 60, 30),
                trial(ADDING, "urnn", 12, model("lru", 2))
                        .by("adam", Map.of(RATE, 0.01))
                        .clipped("signal-value", absolute(1e-3, "cell"))
                        .of("lru-adam-signal-value", 60, 30),
                trial(ADDING, "urnn", 13, model(TANH_RNN))
                        .by("sgd", Map.of(RATE, 10))
                        .of("diverging-tanh-rnn", 200, 50),
                short20("multiplication", "pascanu13", 18),
                short20("xor", "martens11", 20),
                short20("order", "pascanu13-3", 18),
                short20("permutation", "pascanu13", 18),
                short20("latch", "hochreiter97-3a", 18, new Settings(Map.of("informative", 1))),
                short20("reber", "long-inner", 9),
                short20("recall", "uniform-gaps", 18),
                trial(COPY, "memory-5-bit", 5, model("logistic-rnn"))
                        .by("adam", Map.of(RATE, 0.02))
                        .of("logistic-rnn-adam", 60, 30),
                trial(ADDING, "urnn", 11, from("identity", "relu-rnn"))
                        .by("adam", Map.of(RATE, 0.01))
                        .of("relu-rnn-adam", 60, 30),
                trial(COPY, "memory-5-bit", 6, from("orthogonal", "linear-rnn"))
                        .by("momentum", Map.of(RATE, 0.01))
                        .of("linear-rnn-momentum", 60, 30),
                trial(ADDING, "urnn", 12, from("pascanu-smart-tanh", "leaky-integrator"))
                        .by("rmsprop", Map.of(RATE, 0.01))
                        .of("leaky-integrator-rmsprop", 60, 30),
                trial(ADDING, "urnn", 10, from("reservoir", "echo-state"))
                        .by("adam", Map.of(RATE, 0.01))
                        .of("echo-state-adam", 60, 30),
                of40("averaged-sgd", "block-rms", absolute(1e-3)),
                of40("normalized-gradient", "agc", Map.of(THRESHOLD, 1e-3)),
                of40("momentum-torch", "auto-clip", Map.of()),
                of40("nesterov-torch", "z-clip", Map.of(THRESHOLD, 0.05)),
                of40("rprop", "normalize", Map.of(THRESHOLD, 0.1)),
                of40("adagrad", "soft-norm", absolute(0.1)),
                of40("adadelta", "soft-value", absolute(0.01)),
                of40("rmsprop-centered", "random-step", absolute(0.1)),
                of40("adamw", "divide-by-length", Map.of()),
                of40("amsgrad", "example-norm", absolute(0.1)),
                of40("adamax", "random-step", absolute(0.01)),
                of40("nadam", "z-clip", Map.of(THRESHOLD, 0.1, "warm-up", 10)),
                of40("radam", "auto-clip", Map.of("percentile", 50)),
                of40("lion", "agc", Map.of(THRESHOLD, 0.01, "read-out", "included")),
                of40("muon", "global-norm", absolute(0.1)),
                of40("soap", "block-norm", absolute(0.1)),
                trial(ADDING, "urnn", 11, model(LSTM))
                        .by("hessian-free", small())
                        .clipped("global-norm", absolute(0.05))
                        .of("hessian-free-global-norm", 6, 3),
                trial(ADDING, "urnn", 12, model(TANH_RNN))
                        .by("l-bfgs", Map.of())
                        .of("l-bfgs", 20, 10),
                trial(COPY, "memory-5-bit", 5, model("gru"))
                        .by("saddle-free-newton", Map.of("dimensions", 5))
                        .of("saddle-free-newton", 10, 5),
                trial(ADDING, "urnn", 11, omega())
                        .by("nesterov", Map.of("momentum-schedule", "sutskever-recurrent"))
                        .clipped("signal-value", absolute(1e-3))
                        .of("omega-learned-initial-state", 40, 20));
    }

    private static ExactTrial.Builder trial(String family, String variant, int length, ModelChoice model) {
        return new ExactTrial.Builder(new TaskChoice(family, variant, length, Settings.NONE, Map.of()), model);
    }

    /** The adding problem for that cell. */
    static ExactTrial.Builder adding(String cell) {
        return trial(ADDING, "urnn", 12, model(cell));
    }

    /** Forty updates of a tanh network at the method's default rate. */
    private static ExactTrial of40(String optimizer, String clipping, Map<String, Object> settings) {
        return trial(ADDING, "urnn", 12, model(TANH_RNN))
                .by(optimizer, Map.of())
                .clipped(clipping, settings)
                .of(optimizer + "-" + clipping, 40, 20);
    }

    /** Batches that are no multiple of a workspace's chunk, and a preconditioner. */
    private static Map<String, Object> small() {
        return Map.of(
                "gradient-sequences", 23,
                "curvature-sequences", 11,
                "cg-iterations", 13,
                "preconditioner-products", 2);
    }

    private static ModelChoice omega() {
        ModelChoice plain = from("pascanu-basic-tanh", "leaky-integrator");
        return new ModelChoice(
                plain.cell(),
                plain.hidden(),
                plain.layers(),
                plain.initialization(),
                ExactTrial.complete(Entry.find("regularizer", Regularizers.all(), "omega"), Map.of()),
                ModelChoice.LEARNED);
    }

    /** Twenty updates, enough to cover this family's draws. */
    private static ExactTrial short20(String family, String variant, int length) {
        return short20(family, variant, length, Settings.NONE);
    }

    private static ExactTrial short20(String family, String variant, int length, Settings settings) {
        return new ExactTrial.Builder(new TaskChoice(family, variant, length, settings, Map.of()), model(TANH_RNN))
                .by("adam", Map.of(RATE, 0.01))
                .clipped("global-norm", absolute(0.1))
                .of(family, 20, 10);
    }

    static ModelChoice model(String cell) {
        return model(cell, 1);
    }

    private static ModelChoice model(String cell, int layers) {
        return model(cell, layers, "glorot", Map.of(), layers == 1 ? "none" : "l2");
    }

    private static ModelChoice from(String initialization, String cell) {
        return model(cell, 1, initialization, Map.of(), "none");
    }

    private static ModelChoice sparse(double radius, double inputScale) {
        return model(TANH_RNN, 1, "sparse", Map.of("spectral-radius", radius, "input-scale", inputScale), "none");
    }

    private static ModelChoice model(
            String cell, int layers, String initialization, Map<String, Object> settings, String regularizer) {
        return new ModelChoice(
                ExactTrial.complete(Entry.find("cell", Cells.all(), cell), Map.of()),
                ExactTrial.HIDDEN,
                layers,
                ExactTrial.complete(Entry.find("initialization", Initializations.all(), initialization), settings),
                ExactTrial.complete(Entry.find("regularizer", Regularizers.all(), regularizer), Map.of()));
    }

    private static Map<String, Object> absolute(double threshold) {
        return Map.of(THRESHOLD, threshold, "relative-to", "absolute");
    }

    private static Map<String, Object> absolute(double threshold, String site) {
        return Map.of(THRESHOLD, threshold, "relative-to", "absolute", SITE, site);
    }
}
