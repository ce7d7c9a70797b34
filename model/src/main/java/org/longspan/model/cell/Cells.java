package org.longspan.model.cell;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/** All recurrent cells by name. */
public final class Cells {

    private static final Entry<CellFactory> TANH_RNN = new Entry<>(
            "tanh-rnn",
            "The simple recurrent network with tanh units.",
            "h(t) = tanh(x(t) W + h(t-1) U + b)",
            "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
            List.of(),
            List.of(),
            settings -> simple(Activation.TANH));

    private static final Entry<CellFactory> LOGISTIC_RNN = new Entry<>(
            "logistic-rnn",
            "The simple recurrent network with logistic units.",
            "h(t) = σ(x(t) W + h(t-1) U + b),  σ(z) = 1 / (1 + exp(-z))",
            "J. L. Elman (1990). Finding structure in time. Cognitive Science 14(2).",
            List.of(),
            List.of(),
            settings -> simple(Activation.LOGISTIC));

    private static final Entry<CellFactory> RELU_RNN = new Entry<>(
            "relu-rnn",
            "The simple recurrent network with rectified linear units.",
            "h(t) = max(0, x(t) W + h(t-1) U + b)",
            "Q. V. Le, N. Jaitly and G. E. Hinton (2015). A simple way to initialize recurrent networks of rectified "
                    + "linear units. arXiv:1504.00941.",
            List.of(),
            List.of(),
            settings -> simple(Activation.RELU));

    private static final Entry<CellFactory> LINEAR_RNN = new Entry<>(
            "linear-rnn",
            "The simple recurrent network with linear units: linear in its inputs, not in its weights.",
            "h(t) = x(t) W + h(t-1) U + b",
            "M. Henaff, A. Szlam and Y. LeCun (2016). Recurrent orthogonal networks and long-memory tasks. ICML.",
            List.of(),
            List.of(),
            settings -> simple(Activation.LINEAR));

    private static final Entry<CellFactory> LEAKY_INTEGRATOR = new Entry<>(
            "leaky-integrator",
            "The simple recurrent network of tanh units that keep a share of their state.",
            "h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b)",
            "H. Jaeger, M. Lukoševičius, D. Popovici and U. Siewert (2007). Optimization and applications of echo "
                    + "state networks with leaky-integrator neurons. Neural Networks 20(3).",
            List.of(leak(0.5)),
            List.of("tanh-rnn"),
            settings -> {
                float leak = (float) settings.number("leak");
                return (inputs, hidden) -> new LeakyIntegratorCell(inputs, hidden, leak);
            });

    private static final Entry<CellFactory> LSTM = new Entry<>(
            "lstm",
            "The long short-term memory with a forget gate, without peepholes.",
            "[i f g o](t) = [σ σ tanh σ](x(t) W + h(t-1) U + b);  c(t) = f ∘ c(t-1) + i ∘ g;  h(t) = o ∘ tanh(c(t))",
            "S. Hochreiter and J. Schmidhuber (1997). Long short-term memory. Neural Computation 9(8). With the forget "
                    + "gate of F. A. Gers, J. Schmidhuber and F. Cummins (2000). Learning to forget: continual "
                    + "prediction with LSTM. Neural Computation 12(10).",
            List.of(Setting.Number.within(
                    "forget-bias", "initial bias of the forget gate, set after the initialization", 1, -100, 100)),
            List.of(),
            settings -> {
                float forgetBias = (float) settings.number("forget-bias");
                return (inputs, hidden) -> new LstmCell(inputs, hidden, forgetBias);
            });

    private static final Entry<CellFactory> ECHO_STATE = new Entry<>(
            "echo-state",
            "A reservoir of tanh units that the initialization draws and nothing trains: only the read-out learns.",
            "h(t) = (1 - a) h(t-1) + a tanh(x(t) W + h(t-1) U + b),  W, U, b outside θ",
            "H. Jaeger (2001). The \"echo state\" approach to analysing and training recurrent neural networks. GMD "
                    + "report 148.",
            List.of(leak(1)),
            List.of(),
            settings -> {
                float leak = (float) settings.number("leak");
                return (inputs, hidden) -> new EchoStateCell(new LeakyIntegratorCell(inputs, hidden, leak), null);
            });

    private static final Entry<CellFactory> LSTM_1997 = new Entry<>(
            "lstm-1997",
            "The long short-term memory as first published, without a forget gate, with its full gradient.",
            "[i g o](t) = [σ, 4σ-2, σ](x(t) W + h(t-1) U + b);  c(t) = c(t-1) + i ∘ g;  h(t) = o ∘ (2σ(c(t)) - 1)",
            "S. Hochreiter and J. Schmidhuber (1997). Long short-term memory. Neural Computation 9(8). They truncate the "
                    + "gradient; here it is the full one.",
            List.of(
                    Setting.Number.within(
                            "input-bias",
                            "initial bias of the input gate, set after the initialization",
                            -3,
                            -100,
                            100),
                    Setting.Number.within(
                            "output-bias",
                            "initial bias of the output gate, set after the initialization",
                            0,
                            -100,
                            100)),
            List.of(),
            settings -> {
                float inputBias = (float) settings.number("input-bias");
                float outputBias = (float) settings.number("output-bias");
                return (inputs, hidden) -> new Lstm1997Cell(inputs, hidden, inputBias, outputBias);
            });

    private static final Entry<CellFactory> GRU = new Entry<>(
            "gru",
            "The gated recurrent unit with the reset gate behind the product, as libraries have it.",
            "[r z](t) = σ(x(t) W + h(t-1) U + b);  n(t) = tanh(x(t) V + d + r ∘ (h(t-1) Q + c));  "
                    + "h(t) = (1 - z) ∘ n + z ∘ h(t-1)",
            "K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014). "
                    + "Learning phrase representations using RNN encoder-decoder for statistical machine translation. "
                    + "EMNLP. In the arrangement of cuDNN and PyTorch.",
            List.of(),
            List.of(),
            settings -> GruCell::new);

    private static final Entry<CellFactory> GRU_CHO = new Entry<>(
            "gru-cho",
            "The gated recurrent unit as first published, with the reset gate before the product.",
            "[r z](t) = σ(x(t) W + h(t-1) U + b);  n(t) = tanh(x(t) V + (r ∘ h(t-1)) Q + c);  "
                    + "h(t) = z ∘ h(t-1) + (1 - z) ∘ n",
            "K. Cho, B. van Merriënboer, Ç. Gülçehre, D. Bahdanau, F. Bougares, H. Schwenk and Y. Bengio (2014). "
                    + "Learning phrase representations using RNN encoder-decoder for statistical machine translation. "
                    + "EMNLP.",
            List.of(),
            List.of(),
            settings -> GruChoCell::new);

    private static final Entry<CellFactory> MIN_GRU = new Entry<>(
            "min-gru",
            "The minimal gated recurrent unit, whose gate and candidate see the input only.",
            "z(t) = σ(x(t) W + b);  n(t) = x(t) V + c;  h(t) = (1 - z) ∘ h(t-1) + z ∘ n",
            "L. Feng, F. Tung, M. O. Ahmed, Y. Bengio and H. Hajimirsadeghi (2024). Were RNNs all we needed? "
                    + "arXiv:2410.01201.",
            List.of(),
            List.of(),
            settings -> MinGruCell::new);

    private static final Entry<CellFactory> ORTHOGONAL_RNN = new Entry<>(
            "orthogonal-rnn",
            "The simple recurrent network whose recurrent matrix stays orthogonal, by Cayley's transform.",
            "A = -Aᵀ;  U = D (I + A)⁻¹ (I - A);  z(t) = x(t) W + h(t-1) U;  h(t) = sign(z(t)) ∘ max(|z(t)| + b, 0)",
            "K. Helfrich, D. Willmott and Q. Ye (2018). Orthogonal recurrent neural networks with scaled Cayley "
                    + "transform. ICML. With the nonlinearity of M. Arjovsky, A. Shah and Y. Bengio (2016). Unitary "
                    + "evolution recurrent neural networks. ICML.",
            List.of(
                    Setting.Number.within("negatives", "share of the diagonal D that is -1, the rest is 1", 0.5, 0, 1),
                    Setting.Number.within(
                            "angle",
                            "greatest angle, in radians, by which pairs of units turn at the start, drawn from U[0, angle]",
                            Math.PI / 2,
                            0,
                            3)),
            List.of(),
            settings -> {
                double negatives = settings.number("negatives");
                double angle = settings.number("angle");
                return (inputs, hidden) -> new OrthogonalRnnCell(inputs, hidden, negatives, angle);
            });

    private static final Entry<CellFactory> LRU = new Entry<>(
            "lru",
            "The linear recurrent unit: complex states that decay and turn one by one, and a pointwise output.",
            "λ = exp(-exp(ν) + i exp(φ));  s(t) = λ ∘ s(t-1) + exp(γ) ∘ (x(t) B);  h(t) = f(Re(s(t) C) + x(t) D + b)",
            "A. Orvieto, S. L. Smith, A. Gu, A. Fernando, C. Gulcehre, R. Pascanu and S. De (2023). Resurrecting "
                    + "recurrent neural networks for long sequences. ICML.",
            List.of(
                    Setting.Number.within(
                            "states-per-output",
                            "complex states for each output, in all rounded, at least one",
                            1,
                            0.001,
                            1000),
                    Setting.Number.within("r-min", "least initial |λ|, less than r-max", 0, 0, 1),
                    Setting.Number.within("r-max", "greatest initial |λ|", 1, 0, 1),
                    new Setting.Word("output", "the function f of the output", "tanh", List.of("tanh", "identity"))),
            List.of(),
            settings -> {
                double statesPerOutput = settings.number("states-per-output");
                EigenvalueRing ring = new EigenvalueRing(settings.number("r-min"), settings.number("r-max"));
                boolean bounded = settings.word("output").equals("tanh");
                return (inputs, hidden) -> {
                    int states = (int) Math.max(1, Math.round(statesPerOutput * hidden));
                    return new LruCell(inputs, hidden, states, ring, bounded);
                };
            });

    private Cells() {}

    private static CellFactory simple(Activation activation) {
        return (inputs, hidden) -> new SimpleRnnCell(inputs, hidden, activation);
    }

    private static Setting leak(double value) {
        return Setting.Number.within("leak", "a, the share of the state that is new at each step", value, 0.001, 1);
    }

    /** Returns every cell, in the order of a catalogue. */
    public static List<Entry<CellFactory>> all() {
        return List.of(
                TANH_RNN,
                LOGISTIC_RNN,
                RELU_RNN,
                LINEAR_RNN,
                LEAKY_INTEGRATOR,
                ECHO_STATE,
                LSTM,
                LSTM_1997,
                GRU,
                GRU_CHO,
                MIN_GRU,
                ORTHOGONAL_RNN,
                LRU);
    }
}
