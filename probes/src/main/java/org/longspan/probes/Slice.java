package org.longspan.probes;

import java.util.List;
import java.util.Map;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Objective;

/**
 * The loss on a plane through weight space, and the path of a run on it:
 *
 * <pre>L(θ + a e₁ + b e₂),   e₁ = g/‖g‖,   e₂ = the last update u made orthogonal to g, of norm 1</pre>
 *
 * at the highest cliff of a run, a and b on symmetric-log scales: dense where its own step ends, and reaching as far as
 * its paths. A path is projected; the share of its distance from θ that lies outside the plane says how much of it the
 * picture shows.
 *
 * <p>I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, figures 8.3 and 10.17; on slices: H. Li, Z. Xu, G.
 * Taylor, C. Studer and T. Goldstein (2018), Visualizing the loss landscape of neural nets, NeurIPS.
 */
public final class Slice {

    /** Name in a plan. */
    public static final String NAME = "slice";

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
     * Creates the plane through {@code center} of the directions of {@code gradient} and {@code update}.
     *
     * @throws IllegalArgumentException if they span no plane
     */
    public Slice(Parameters center, Parameters gradient, Parameters update) {
        this.center = center.copy();
        this.first = direction(Doubles.of(gradient));
        double[] rest = Doubles.of(update);
        double length = Doubles.norm(rest);
        for (int twice = 0; twice < 2; twice++) { // once leaves a rounding of u along g
            Doubles.addScaled(-Doubles.dot(rest, first), first, rest);
        }
        if (!(Doubles.norm(rest) > 1e-6 * length)) {
            throw new IllegalArgumentException("an update along the gradient spans no plane with it");
        }
        this.second = direction(rest);
    }

    /** Returns the places on the plane and the loss there, a by a. It costs one loss for each. */
    public Table grid(Objective objective, Scale a, Scale b) {
        Table.Builder table = new Table.Builder("grid", "a", "b", "loss");
        Parameters theta = center.copy();
        for (int i = 0; i < a.count(); i++) {
            for (int j = 0; j < b.count(); j++) {
                for (int k = 0; k < first.length; k++) {
                    theta.data()[k] = (float) (center.data()[k] + a.at(i) * first[k] + b.at(j) * second[k]);
                }
                table.row(a.at(i), b.at(j), ByLag.orNothing(objective.loss(theta)));
            }
        }
        return table.build();
    }

    /** Returns the projections of {@code path}, and the share of each distance from the center outside the plane. */
    public Table project(String name, List<Parameters> path) {
        Table.Builder table = new Table.Builder(name, "place", "a", "b", "share outside");
        for (int k = 0; k < path.size(); k++) {
            double[] way = Doubles.of(path.get(k));
            Doubles.addScaled(-1, Doubles.of(center), way);
            double length = Doubles.norm(way);
            double a = Doubles.dot(way, first);
            double b = Doubles.dot(way, second);
            Doubles.addScaled(-a, first, way);
            Doubles.addScaled(-b, second, way);
            table.row(k, a, b, length > 0 ? Doubles.norm(way) / length : 0);
        }
        return table.build();
    }

    /**
     * Returns the picture of a cliff.
     *
     * @param path of the run, θ after θ
     * @param unclipped of its pair without clipping
     */
    public ProbeResult.Measured picture(
            Objective objective, Scale a, Scale b, List<Parameters> path, List<Parameters> unclipped) {
        return new ProbeResult.Measured(
                Map.of("loss", objective.loss(center)),
                List.of(grid(objective, a, b), project("path", path), project("unclipped path", unclipped)),
                List.of());
    }

    private static double[] direction(double[] v) {
        double[] direction = v.clone();
        double norm = Doubles.norm(v);
        if (!(norm > 0) || !Double.isFinite(norm)) {
            throw new IllegalArgumentException("a direction of norm " + norm + ", expected a positive number");
        }
        for (int i = 0; i < v.length; i++) {
            direction[i] /= norm;
        }
        return direction;
    }
}
