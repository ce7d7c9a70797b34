package org.longspan.probes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.model.Network;
import org.longspan.model.StatePart;
import org.longspan.model.Trajectory;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;

/**
 * How a loss at the end reaches back:
 *
 * <pre>δ_k = ∂ℓ/∂s(τ-k),   and beside it ‖J_kᵀ v‖ for random unit v,   J_k = ∂s(τ)/∂s(τ-k)</pre>
 *
 * with s(t) all that step t hands on and ℓ the loss of one sequence at its last read-out, step τ. Recorded at every lag:
 * quartiles over sequences of log₁₀‖δ_k‖, of the whole state and of its parts apart, such as h and c of an LSTM; the
 * same of the Jacobian alone, which knows no loss. From their medians, the slope per step and the <b>horizon</b>, the lag
 * at which a size has fallen to 10⁻³ of that at lag 1.
 *
 * <p>Y. Bengio, P. Simard and P. Frasconi (1994), Learning long-term dependencies with gradient descent is difficult,
 * IEEE Transactions on Neural Networks 5; R. Pascanu, T. Mikolov and Y. Bengio (2013), On the difficulty of training
 * recurrent neural networks, ICML. Not the gradient of a weight, in which the signals of all steps are summed. Signals
 * are not clipped. Nothing is left of an element under {@link Kernels#FLOOR}.
 *
 * @param sequences how many are looked at
 * @param directions how many v for each
 */
public record SignalByLag(int sequences, int directions) implements Probe {

    /** This probe in the catalogue. */
    public static final Entry<Probe> ENTRY = new Entry<>(
            "signal-by-lag",
            "The signal that flows back into the state of every step, and the Jacobian alone.",
            "δ_k = ∂ℓ/∂s(τ-k);  ‖J_kᵀ v‖, J_k = ∂s(τ)/∂s(τ-k)",
            "Y. Bengio, P. Simard and P. Frasconi (1994). Learning long-term dependencies with gradient descent is "
                    + "difficult. IEEE Transactions on Neural Networks 5(2). R. Pascanu, T. Mikolov and Y. Bengio (2013). "
                    + "On the difficulty of training recurrent neural networks. ICML.",
            List.of(
                    Setting.Number.whole("sequences", "how many validation sequences are looked at", 200, 1, 100_000),
                    Setting.Number.whole("directions", "random directions v for each sequence", 8, 1, 1000)),
            List.of(),
            settings -> new SignalByLag(settings.whole("sequences"), settings.whole("directions")));

    @Override
    public Optional<String> refuses(Network network) {
        return Cells.refuses(network);
    }

    /** Forward, forward again on the way back, and one product a step for each signal; of δ the norms of parts too. */
    @Override
    public long cost(Network network) {
        double numbers = (network.task().steps() + 1.0) * (2 + directions);
        return new LookCost(network)
                .passes(sequences * (2.0 + 1 + directions))
                .numbers(sequences * numbers)
                .forwards();
    }

    @Override
    public ProbeResult look(Subject subject) {
        Samples samples = new Samples(subject.network());
        RandomStream stream = subject.randomness().with("probe", "signal-by-lag").stream();
        ValidationWalk.over(subject, sequences, along -> look(along, stream, samples));
        return samples.measured();
    }

    private void look(Trajectory along, RandomStream stream, Samples samples) {
        Trajectory.Seed[] seeds = new Trajectory.Seed[1 + directions];
        seeds[0] = along.loss();
        for (int i = 1; i < seeds.length; i++) {
            seeds[i] = new Trajectory.Seed(along.newState(), null);
        }
        for (int b = 0; b < along.sequences(); b++) { // sequence by sequence, so that chunks decide no draw
            for (int i = 1; i < seeds.length; i++) {
                Rows.drawDirections(seeds[i].state().rows(b, 1), stream);
            }
        }
        along.backward(seeds, (state, signals) -> samples.take(along, state, signals));
    }

    /** The sizes found so far. */
    private static final class Samples {

        private final ByLag whole;
        private final ByLag jacobian;
        private final Map<StatePart, ByLag> parts = new LinkedHashMap<>();
        private final int lags;

        Samples(Network network) {
            this.lags = network.task().steps() + 1;
            this.whole = new ByLag(lags);
            this.jacobian = new ByLag(lags);
        }

        void take(Trajectory along, int state, Matrix[] signals) {
            for (int b = 0; b < along.sequences(); b++) {
                int lag = along.readOutOf(b) - state;
                if (along.readOutOf(b) > 0 && lag >= 0) {
                    whole.add(lag, Rows.norm(signals[0], b));
                    for (StatePart part : along.parts()) {
                        Matrix columns = signals[0].columns(part.from(), part.width());
                        parts.computeIfAbsent(part, p -> new ByLag(lags)).add(lag, Rows.norm(columns, b));
                    }
                    for (int i = 1; i < signals.length; i++) {
                        jacobian.add(lag, Rows.norm(signals[i], b));
                    }
                }
            }
        }

        ProbeResult.Measured measured() {
            List<Table> tables = new ArrayList<>(List.of(whole.table("signal"), jacobian.table("jacobian")));
            parts.forEach((part, sizes) -> tables.add(sizes.table("signal " + part.name())));
            return new ProbeResult.Measured(
                    Map.of(
                            "signal slope", whole.slope(),
                            "signal horizon", whole.horizon(),
                            "jacobian slope", jacobian.slope(),
                            "jacobian horizon", jacobian.horizon(),
                            "floor", StrictMath.log10(Kernels.FLOOR)),
                    tables,
                    List.of());
        }
    }
}
