package org.longspan.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.SequenceForwards;

/**
 * The loss on a plane through weight space, and the path of a run on it:
 *
 * <pre>L(θ + a e₁ + b e₂),   e₁ = g/‖g‖,   e₂ = the last update u made orthogonal to g, of norm 1</pre>
 *
 * at the highest cliff of a run, a and b on symmetric-log scales: dense where its own step ends, and reaching a quarter
 * further than its paths, but at most 10⁴ of its steps. A path is projected; the share of its distance from θ that lies
 * outside the plane says how much of it the picture shows.
 *
 * <p>I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, figures 8.3 and 10.17; on slices: H. Li, Z. Xu, G.
 * Taylor, C. Studer and T. Goldstein (2018), Visualizing the loss landscape of neural nets, NeurIPS.
 */
public final class Slice {

    /** Name in a plan. */
    public static final String NAME = "slice";

    /** This instrument in the catalogue. */
    public static final Entry<RunCost> ENTRY = new Entry<>(
            NAME,
            "The loss on a plane through the highest cliff of a run, with the run's path and that of its unclipped pair.",
            "L(θ + a e_1 + b e_2);  e_1 = g / ‖g‖, e_2 = the last update made orthogonal to g, of norm 1",
            "I. Goodfellow, Y. Bengio and A. Courville (2016). Deep Learning, figures 8.3 and 10.17. H. Li, Z. Xu, G. "
                    + "Taylor, C. Studer and T. Goldstein (2018). Visualizing the loss landscape of neural nets. NeurIPS.",
            List.of(),
            List.of(),
            settings -> (updates, batch, step) -> cost(batch, step));

    /** How many validation sequences the losses are those of. */
    public static final int SEQUENCES = 100;

    /** How many updates before the cliff a path begins at most. */
    public static final int BEFORE = 40;

    /** How many updates behind the cliff a path ends at most. */
    public static final int BEHIND = 40;

    private static final int PLACES = 65; // on each axis
    private static final double MARGIN = 1.25;
    private static final double LEAST_REACH = 4; // steps of the run
    private static final double MOST_REACH = 1e4;

    private final Parameters center;
    private final double[] first; // e₁
    private final double[] second; // e₂

    /**
     * A symmetric-log scale of an odd number of places, with 0 in the middle: ± linear ((1 + reach/linear)^u - 1), u from
     * 0 to 1.
     *
     * @param linear up to where the places are about equally far apart
     * @param reach the last place
     * @param count an odd number, from 3 on
     */
    public record Scale(double linear, double reach, int count) {

        public Scale {
            if (!(linear > 0) || !(reach > 0) || count < 3 || count % 2 == 0) {
                throw new IllegalArgumentException("a scale of " + count + " places up to " + reach + ", linear up to "
                        + linear + ", expected an odd number of places from 3 and positive lengths");
            }
        }

        /** Returns place {@code i}, from -reach to reach. */
        public double at(int i) {
            double u = 2.0 * i / (count - 1) - 1;
            double length = linear * StrictMath.expm1(Math.abs(u) * StrictMath.log1p(reach / linear));
            return u < 0 ? -length : length;
        }
    }

    /**
     * A path through weight space.
     *
     * @param name of its table
     * @param first how many updates behind the center it begins, under 0 for before
     * @param places θ after θ
     */
    public record Path(String name, int first, List<Parameters> places) {

        public Path {
            places = List.copyOf(places);
        }
    }

    /**
     * Creates the plane through {@code center} of the directions of {@code gradient} and {@code update}.
     *
     * @throws IllegalArgumentException if they span no plane
     */
    public Slice(Parameters center, Parameters gradient, Parameters update) {
        refuses(gradient, update).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        this.center = center.copy();
        this.first = direction(Doubles.of(gradient));
        this.second = direction(rest(gradient, update));
    }

    /** Returns why these span no plane, as one sentence without its end, or empty. */
    public static Optional<String> refuses(Parameters gradient, Parameters update) {
        for (Parameters v : List.of(gradient, update)) {
            double norm = Doubles.norm(Doubles.of(v));
            if (!(norm > 0) || !Double.isFinite(norm)) {
                return Optional.of("a direction of norm " + norm + ", expected a positive number");
            }
        }
        return Doubles.norm(rest(gradient, update)) > 1e-6 * Doubles.norm(Doubles.of(update))
                ? Optional.empty()
                : Optional.of("an update along the gradient spans no plane with it");
    }

    /** Returns what of {@code update} is orthogonal to {@code gradient}. */
    private static double[] rest(Parameters gradient, Parameters update) {
        double[] along = direction(Doubles.of(gradient));
        double[] rest = Doubles.of(update);
        for (int twice = 0; twice < 2; twice++) { // once leaves a rounding of u along g
            Doubles.addScaled(-Doubles.dot(rest, along), along, rest);
        }
        return rest;
    }

    private static double[] direction(double[] v) {
        double[] direction = v.clone();
        double norm = Doubles.norm(v);
        for (int i = 0; i < v.length; i++) {
            direction[i] /= norm;
        }
        return direction;
    }

    /**
     * Returns the greatest cost of a picture, in sequence-forwards: the losses on the plane, the gradient at the cliff,
     * the way to it and the two behind it.
     *
     * @param batch sequences of an update
     * @param step cost of an update
     */
    public static long cost(int batch, long step) {
        return (long) SequenceForwards.LOSS * PLACES * PLACES * SEQUENCES
                + (long) SequenceForwards.GRADIENT * batch
                + (BEFORE + 2 * BEHIND) * step;
    }

    /** Returns the places on the plane and the loss there, a by a. It costs one loss for each. */
    public Table grid(Objective objective, Scale a, Scale b) {
        Table.Builder table = new Table.Builder("grid", "a", "b", "loss");
        Parameters theta = center.copy();
        for (int i = 0; i < a.count(); i++) {
            double along = a.at(i);
            for (int j = 0; j < b.count(); j++) {
                double beside = b.at(j);
                for (int k = 0; k < first.length; k++) {
                    theta.data()[k] = (float) (center.data()[k] + along * first[k] + beside * second[k]);
                }
                table.row(along, beside, objective.loss(theta));
            }
        }
        return table.build();
    }

    /** Returns the projections of {@code path}, and the share of each distance from the center outside the plane. */
    public Table project(Path path) {
        Table.Builder table = new Table.Builder(path.name, "place", "a", "b", "share outside");
        for (int k = 0; k < path.places.size(); k++) {
            double[] way = Doubles.of(path.places.get(k));
            Doubles.addScaled(-1, Doubles.of(center), way);
            double length = Doubles.norm(way);
            double a = Doubles.dot(way, first);
            double b = Doubles.dot(way, second);
            Doubles.addScaled(-a, first, way);
            Doubles.addScaled(-b, second, way);
            table.row(path.first + k, a, b, length > 0 ? Doubles.norm(way) / length : 0);
        }
        return table.build();
    }

    /**
     * Returns the picture of a cliff.
     *
     * @param step the length of the run's own step
     * @param paths of the run, and of its pair
     */
    public ProbeResult.Measured picture(Objective objective, double step, List<Path> paths) {
        List<Table> projected = paths.stream().map(this::project).toList();
        Scale a = scale(step, "a", projected);
        Scale b = scale(step, "b", projected);
        List<Table> tables = new ArrayList<>(List.of(grid(objective, a, b)));
        tables.addAll(projected);
        List<String> notes = projected.stream()
                .filter(path -> reach(path, "a") > a.reach || reach(path, "b") > b.reach)
                .map(path -> "The " + path.name() + " leaves the picture.")
                .toList();
        return new ProbeResult.Measured(Map.of("loss", objective.loss(center), "step", step), tables, notes);
    }

    private static Scale scale(double step, String axis, List<Table> paths) {
        double reach =
                paths.stream().mapToDouble(path -> reach(path, axis)).max().orElse(0);
        return new Scale(step, Math.min(Math.max(MARGIN * reach, LEAST_REACH * step), MOST_REACH * step), PLACES);
    }

    private static double reach(Table path, String axis) {
        return Arrays.stream(path.column(axis)).map(Math::abs).max().orElse(0);
    }
}
