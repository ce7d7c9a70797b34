package org.longspan.model.initialization;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/** All initializations by name. */
public final class Initializations {

    private static final String PASCANU =
            "R. Pascanu, T. Mikolov and Y. Bengio (2013). On the difficulty of training recurrent neural networks. "
                    + "ICML. What the paper writes as N(0, v) has the standard deviation v in its code.";

    private static final Entry<Initialization> GLOROT = new Entry<>(
            "glorot",
            "Uniform weights whose variance balances fan-in and fan-out, each gate of a cell on its own.",
            "w ~ U[-a, a],  a = √(6 / (fan-in + fan-out));  biases 0",
            "X. Glorot and Y. Bengio (2010). Understanding the difficulty of training deep feedforward neural "
                    + "networks. AISTATS.",
            List.of(),
            List.of(),
            settings -> new GlorotUniform());

    private static final Entry<Initialization> SPARSE = new Entry<>(
            "sparse",
            "A sparse recurrent matrix of set spectral radius, small input weights, the mean target as output bias.",
            "U: k non-zeros a column ~ N(0, 1), U ← U · radius / ρ(U);  W ~ scale · N(0, 1);  read-out ~ "
                    + "output-scale · N(0, 1);  biases 0, output bias the mean target under a squared error",
            "I. Sutskever, J. Martens, G. Dahl and G. Hinton (2013). On the importance of initialization and momentum "
                    + "in deep learning. ICML.",
            List.of(
                    fanIn(),
                    spectralRadius(1.1),
                    Setting.Number.positive(
                            "input-scale", "standard deviation of the input weights under a squared error", 0.001),
                    Setting.Number.positive(
                            "symbol-input-scale", "standard deviation of the input weights under a cross-entropy", 0.1),
                    Setting.Number.positive("output-scale", "standard deviation of the read-out weights", 0.1)),
            List.of(),
            settings -> new SparseSpectral(
                    settings.whole("fan-in"),
                    settings.number("spectral-radius"),
                    settings.number("input-scale"),
                    settings.number("symbol-input-scale"),
                    settings.number("output-scale")));

    private static final Entry<Initialization> IDENTITY = new Entry<>(
            "identity",
            "The recurrent matrix a multiple of the identity, small weights around it; for cells with one recurrent "
                    + "map.",
            "U = factor · I;  W, read-out ~ deviation · N(0, 1);  biases 0",
            "Q. V. Le, N. Jaitly and G. E. Hinton (2015). A simple way to initialize recurrent networks of rectified "
                    + "linear units. arXiv:1504.00941. The defaults of both numbers are ours.",
            List.of(
                    Setting.Number.positive("factor", "what the identity is multiplied by", 1),
                    deviation("standard deviation of the input and read-out weights", 0.001)),
            List.of(),
            settings -> new IdentityRecurrence(settings.number("factor"), settings.number("deviation")));

    private static final Entry<Initialization> ORTHOGONAL = new Entry<>(
            "orthogonal",
            "A random orthogonal recurrent matrix, each gate of a cell on its own, the rest as glorot.",
            "U = gain · Q diag(sign(Rᵢᵢ)),  Q R = N,  N ~ N(0, 1);  W, read-out ~ U[-a, a];  biases 0",
            "A. M. Saxe, J. L. McClelland and S. Ganguli (2014). Exact solutions to the nonlinear dynamics of learning "
                    + "in deep linear neural networks. ICLR. For recurrent networks: M. Henaff, A. Szlam and Y. LeCun "
                    + "(2016). Recurrent orthogonal networks and long-memory tasks. ICML.",
            List.of(Setting.Number.positive("gain", "all singular values of a recurrent map", 1)),
            List.of(),
            settings -> new OrthogonalRecurrence(settings.number("gain")));

    private static final Entry<Initialization> PASCANU_SIGMOID = new Entry<>(
            "pascanu-sigmoid",
            "Small weights, all of one deviation; meant for logistic units.",
            "w ~ deviation · N(0, 1);  biases 0",
            PASCANU,
            List.of(deviation("standard deviation of every weight", 0.01)),
            List.of(),
            settings -> new NormalWeights(settings.number("deviation")));

    private static final Entry<Initialization> PASCANU_BASIC_TANH = new Entry<>(
            "pascanu-basic-tanh",
            "Weights of one deviation, ten times that of pascanu-sigmoid; meant for tanh units.",
            "w ~ deviation · N(0, 1);  biases 0",
            PASCANU,
            List.of(deviation("standard deviation of every weight", 0.1)),
            List.of(),
            settings -> new NormalWeights(settings.number("deviation")));

    private static final Entry<Initialization> PASCANU_SMART_TANH = new Entry<>(
            "pascanu-smart-tanh",
            "A sparse recurrent matrix of spectral radius just under 1, small weights around it; meant for tanh units.",
            "U: k non-zeros a column ~ N(0, 1), U ← U · radius / ρ(U);  W, read-out ~ deviation · N(0, 1);  biases 0",
            PASCANU,
            List.of(
                    fanIn(),
                    spectralRadius(0.95),
                    deviation("standard deviation of the input and read-out weights", 0.01)),
            List.of(),
            settings -> new SmartTanh(
                    settings.whole("fan-in"), settings.number("spectral-radius"), settings.number("deviation")));

    private static final Entry<Initialization> RESERVOIR = new Entry<>(
            "reservoir",
            "A sparse recurrent matrix of set spectral radius and uniform input weights, as of an echo state network.",
            "U: each element ~ U[-1, 1] with probability density, else 0, U ← U · radius / ρ(U);  W ~ U[-scale, "
                    + "scale];  read-out ~ output-scale · N(0, 1);  biases 0",
            "H. Jaeger (2001). The \"echo state\" approach to analysing and training recurrent neural networks. GMD "
                    + "report 148. The defaults of all numbers are ours.",
            List.of(
                    Setting.Number.within("density", "share of the recurrent weights that are not 0", 0.1, 0.001, 1),
                    spectralRadius(0.9),
                    Setting.Number.positive("input-scale", "greatest magnitude of an input weight", 1),
                    Setting.Number.positive("output-scale", "standard deviation of the read-out weights", 0.1)),
            List.of(),
            settings -> new ReservoirWeights(
                    settings.number("density"),
                    settings.number("spectral-radius"),
                    settings.number("input-scale"),
                    settings.number("output-scale")));

    private Initializations() {}

    private static Setting deviation(String meaning, double value) {
        return Setting.Number.positive("deviation", meaning, value);
    }

    private static Setting fanIn() {
        return Setting.Number.whole("fan-in", "incoming recurrent weights of a unit that are not 0", 15, 1, 1e6);
    }

    private static Setting spectralRadius(double value) {
        return Setting.Number.positive("spectral-radius", "greatest |eigenvalue| of a recurrent map", value);
    }

    /** Returns every initialization, in the order of a catalogue. */
    public static List<Entry<Initialization>> all() {
        return List.of(
                GLOROT,
                SPARSE,
                IDENTITY,
                ORTHOGONAL,
                PASCANU_SIGMOID,
                PASCANU_BASIC_TANH,
                PASCANU_SMART_TANH,
                RESERVOIR);
    }
}
