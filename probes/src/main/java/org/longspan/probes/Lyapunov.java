package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.longspan.model.Network;
import org.longspan.model.Trajectory;
import org.longspan.model.initialization.SquareMaps;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;

/**
 * The rate at which a small change of the state grows along driven sequences, the largest Lyapunov exponent:
 *
 * <pre>λ = 1/(τ - t₀) log ‖J(τ) … J(t₀+1) v‖,   J(t) = ∂s(t)/∂s(t-1),   t₀ = ⌊τ/4⌋</pre>
 *
 * per step, natural logarithm, v of norm 1 after the first quarter of the steps has turned it from a random direction.
 * Beside it the spectral radius and the largest singular value of every recurrent matrix. Under 0 states forget where
 * they were, over 0 they are chaotic.
 *
 * <p>G. Benettin, L. Galgani, A. Giorgilli and J.-M. Strelcyn (1980), Lyapunov characteristic exponents, Meccanica 15;
 * of trained networks: R. Vogt, M. Puelma Touzel, E. Shlizerman and G. Lajoie (2022), On Lyapunov exponents for RNNs,
 * Frontiers in Applied Mathematics and Statistics 8. Not the rate of the loss's signal, which knows where the loss is. A
 * recurrent matrix that a cell derives from θ, as the orthogonal one does, is not listed.
 *
 * @param sequences how many are looked at
 */
public record Lyapunov(int sequences) implements Probe {

    /** This probe in the catalogue. */
    public static final Entry<Probe> ENTRY = new Entry<>(
            "lyapunov",
            "The largest Lyapunov exponent of the driven network, and the spectra of its recurrent matrices.",
            "λ = 1/(τ - t₀) log ‖J(τ) … J(t₀+1) v‖, t₀ = ⌊τ/4⌋",
            "G. Benettin, L. Galgani, A. Giorgilli and J.-M. Strelcyn (1980). Lyapunov characteristic exponents. "
                    + "Meccanica 15. R. Vogt, M. Puelma Touzel, E. Shlizerman and G. Lajoie (2022). On Lyapunov exponents "
                    + "for RNNs. Frontiers in Applied Mathematics and Statistics 8.",
            List.of(Setting.Number.whole("sequences", "how many validation sequences are looked at", 100, 1, 100_000)),
            List.of(),
            settings -> new Lyapunov(settings.whole("sequences")));

    @Override
    public Optional<String> refuses(Network network) {
        return Cells.refuses(network);
    }

    /** Forward, then forward again with a tangent, whose direction is taken at each step; and two spectra of each map. */
    @Override
    public long cost(Network network) {
        double maps = 0;
        for (ParameterLayout layout : List.of(network.layout(), network.fixed().layout())) {
            for (Block block : recurrent(layout)) {
                maps += (double) (block.columns() / block.rows());
            }
        }
        return new LookCost(network)
                .passes(4.0 * sequences)
                .numbers((double) sequences * network.task().steps())
                .spectra(2 * maps, network.architecture().hidden())
                .forwards();
    }

    @Override
    public ProbeResult look(Subject subject) {
        RandomStream stream = subject.randomness().with("probe", "lyapunov").stream();
        List<Double> exponents = new ArrayList<>();
        ValidationWalk.over(subject, sequences, along -> look(along, stream, exponents));
        Spread spread = Spread.of(exponents);
        Table.Builder each = new Table.Builder("exponents", "exponent");
        exponents.forEach(exponent -> each.row(exponent));
        return new ProbeResult.Measured(
                Map.of(
                        "exponent lower", spread.lower(),
                        "exponent", spread.median(),
                        "exponent upper", spread.upper()),
                List.of(each.build(), matrices(subject)),
                List.of());
    }

    private static void look(Trajectory along, RandomStream stream, List<Double> exponents) {
        Matrix v = along.newState();
        double[] logs = new double[along.sequences()];
        Rows.drawDirections(v, stream);
        along.forward(v, (state, tangent) -> {
            for (int b = 0; b < logs.length; b++) {
                double growth = Rows.direction(tangent, b, tangent);
                if (state > along.readOutOf(b) / 4 && state <= along.readOutOf(b)) {
                    logs[b] += StrictMath.log(growth);
                }
            }
        });
        for (int b = 0; b < logs.length; b++) {
            int tau = along.readOutOf(b);
            if (tau > 0) {
                exponents.add(logs[b] / (tau - tau / 4));
            }
        }
    }

    /** The spectra of the square maps that stand side by side in the recurrent blocks. */
    private static Table matrices(Subject subject) {
        Table.Builder table =
                new Table.Builder("matrices", "layer", "map", "spectral radius", "largest singular value");
        addMatrices(subject.theta(), table);
        addMatrices(subject.network().fixed(), table);
        return table.build();
    }

    private static void addMatrices(Parameters weights, Table.Builder table) {
        int map = 0;
        int layer = -1;
        for (Block block : recurrent(weights.layout())) {
            int own = Integer.parseInt(
                    block.name().substring("layer".length(), block.name().indexOf('.')));
            map = own == layer ? map : 0;
            layer = own;
            Matrix maps = weights.block(block.name());
            for (int from = 0; from + maps.rows() <= maps.columns(); from += maps.rows()) {
                RealMatrix u = real(maps.columns(from, maps.rows()));
                double singular = new SingularValueDecomposition(u).getNorm();
                table.row(layer, map++, SquareMaps.spectralRadius(u), singular);
            }
        }
    }

    private static List<Block> recurrent(ParameterLayout layout) {
        return layout.blocks().stream()
                .filter(block -> block.role() == Role.RECURRENT && block.name().endsWith("recurrent"))
                .toList();
    }

    private static RealMatrix real(Matrix map) {
        RealMatrix u = new Array2DRowRealMatrix(map.rows(), map.columns());
        for (int i = 0; i < map.rows(); i++) {
            for (int j = 0; j < map.columns(); j++) {
                u.setEntry(i, j, map.get(i, j));
            }
        }
        return u;
    }
}
