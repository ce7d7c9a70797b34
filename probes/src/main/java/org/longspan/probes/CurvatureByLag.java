package org.longspan.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.longspan.model.LagProducts;
import org.longspan.model.Network;
import org.longspan.model.Trajectory;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.random.RandomStream;

/**
 * How second derivatives vanish beside first ones:
 *
 * <pre>
 * φ_k(e) = ℓ with e added to s(τ-k),   g = ∇φ_k(0),   ĝ = g / ‖g‖
 * κᴴ = ĝᵀ H_k ĝ,   H_k = ∇²φ_k(0);   κᴳ = (J_k ĝ)ᵀ ∇²ℓ (J_k ĝ)
 * </pre>
 *
 * at geometric lags k. κᴳ is the form of the Gauss-Newton matrix G_k = J_kᵀ ∇²ℓ J_k, computed in this order because ĝᵀ(G
 * ĝ) meets the floor at half the lag. Recorded: medians of log₁₀ of ‖g‖, |κᴴ| and |κᴳ|, the share of sequences with κᴴ
 * under 0, ‖H_k‖ at four lags by Lanczos; and the exponents <b>β</b>, the slopes of the median log |κ| on the median log
 * ‖g‖ over lags from 5 on, where log₁₀‖g‖ spans at least 3. G_k has the Jacobian twice and H_k besides a term linear in
 * the cotangent, so β of κᴴ near 1 means that both derivatives vanish together.
 *
 * <p>I. Goodfellow, Y. Bengio and A. Courville (2016), Deep Learning, section 10.11, after J. Martens (2010), Deep learning
 * via Hessian-free optimization, ICML. Not the Hessian in θ, which sums over all steps. With one output and squared error
 * κᴳ is ‖g‖²/(2 e²), so measure tasks of several outputs too.
 *
 * @param sequences how many are looked at
 * @param lags how many lags at most, from 1 to the number of steps less 1
 * @param products of Lanczos's process at each of four lags, 0 for none
 */
public record CurvatureByLag(int sequences, int lags, int products) implements Probe {

    /** This probe in the catalogue. */
    public static final Entry<Probe> ENTRY = new Entry<>(
            "curvature-by-lag",
            "The curvature of the loss in the state of earlier steps, beside its slope there.",
            "κᴴ = ĝᵀ H_k ĝ;  κᴳ = (J_k ĝ)ᵀ ∇²ℓ (J_k ĝ);  β = slope of log |κ| on log ‖g‖",
            "I. Goodfellow, Y. Bengio and A. Courville (2016). Deep Learning, section 10.11. J. Martens (2010). Deep "
                    + "learning via Hessian-free optimization. ICML.",
            List.of(
                    Setting.Number.whole("sequences", "how many validation sequences are looked at", 20, 1, 10_000),
                    Setting.Number.whole("lags", "how many lags at most, geometrically apart", 16, 2, 1000),
                    Setting.Number.whole(
                            "products", "products of Lanczos's process at each of four lags, 0 for none", 12, 0, 100)),
            List.of(),
            settings -> new CurvatureByLag(
                    settings.whole("sequences"), settings.whole("lags"), settings.whole("products")));

    private static final int LAGS_OF_NORMS = 4;

    /** Forward-steps of a step of a product with H_k: forward and tangent, then forward, both backward and both tangents. */
    private static final int HESSIAN_STEP = 3 + 8;

    /** Forward-steps of a step of κᴳ: forward and tangent. */
    private static final int FORM_STEP = 3;

    @Override
    public Optional<String> refuses(Network network) {
        return network.task().steps() < 3
                ? Optional.of("sequences of " + network.task().steps() + " steps have no two lags, expected at least 3")
                : Cells.refuses(network);
    }

    @Override
    public long cost(Network network) {
        int steps = network.task().steps();
        boolean smooth = Cells.refusesHessian(network).isEmpty();
        List<Integer> all = lagsOf(steps);
        double walked = 3.0 * steps;
        for (int lag : all) {
            walked += (double) lag * (FORM_STEP + (smooth ? HESSIAN_STEP : 0));
        }
        List<Integer> ofNorms = smooth ? lagsOfNorms(all) : List.of();
        for (int lag : ofNorms) {
            walked += (double) lag * HESSIAN_STEP * products;
        }
        double width = Trajectory.floats(network, 1) / (steps + 1.0);
        return new LookCost(network)
                .passesOfSteps(sequences * walked)
                .lanczos((double) sequences * ofNorms.size(), width, products)
                .forwards();
    }

    /** Returns the whole numbers next to a geometric series from 1 to T - 1, each once. */
    List<Integer> lagsOf(int steps) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 0; i < lags; i++) {
            found.add((int) Math.round(StrictMath.pow(steps - 1.0, i / (lags - 1.0))));
        }
        return List.copyOf(found);
    }

    private List<Integer> lagsOfNorms(List<Integer> all) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 1; i <= LAGS_OF_NORMS && products > 0; i++) {
            found.add(all.get(Math.max(0, i * all.size() / LAGS_OF_NORMS - 1)));
        }
        return List.copyOf(found);
    }

    @Override
    public ProbeResult look(Subject subject) {
        Optional<String> missing = Cells.refusesHessian(subject.network());
        List<Integer> all = lagsOf(subject.network().task().steps());
        Samples samples = new Samples(all, lagsOfNorms(all));
        RandomStream stream = subject.randomness().with("probe", "curvature-by-lag").stream();
        ValidationWalk.over(subject, sequences, along -> look(along, missing.isEmpty(), stream, samples));
        return samples.measured(missing);
    }

    private void look(Trajectory along, boolean smooth, RandomStream stream, Samples samples) {
        Matrix[] g = new Matrix[samples.all.size()];
        for (int i = 0; i < g.length; i++) {
            g[i] = along.newState();
        }
        along.backward(new Trajectory.Seed[] {along.loss()}, (state, signals) -> {
            for (int i = 0; i < g.length; i++) {
                along.takeAtLag(samples.all.get(i), state, signals[0], g[i]);
            }
        });
        Matrix start = along.newState();
        Rows.drawDirections(start, stream);
        LagProducts products = new LagProducts(along);
        for (int i = 0; i < g.length; i++) {
            AtLag at = new AtLag(along, products, samples.all.get(i));
            at.curvatures(g[i], smooth, samples.lags.get(i));
            if (smooth && samples.ofNorms.contains(at.lag)) {
                at.norms(start, this.products, samples.norms.get(samples.ofNorms.indexOf(at.lag)));
            }
        }
    }

    /** A lag of a trajectory. */
    private record AtLag(Trajectory along, LagProducts products, int lag) {

        void curvatures(Matrix g, boolean smooth, Sizes sizes) {
            Matrix direction = along.newState();
            Matrix product = along.newState();
            double[] norms = new double[along.sequences()];
            for (int b = 0; b < norms.length; b++) {
                norms[b] = Rows.direction(g, b, direction);
            }
            products.tangent(lag, direction, product);
            double[] forms = products.gaussNewtonForms();
            if (smooth) {
                products.hessian(lag, direction, product);
            }
            for (int b = 0; b < norms.length; b++) {
                if (along.readOutOf(b) >= lag) {
                    sizes.add(norms[b], smooth ? Rows.dot(direction, product, b) : Double.NaN, forms[b]);
                }
            }
        }

        void norms(Matrix start, int most, List<Double> norms) {
            Lanczos.Spectrum[] spectra =
                    Lanczos.spectra(start, most, (v, product) -> products.hessian(lag, v, product));
            for (int b = 0; b < spectra.length; b++) {
                if (along.readOutOf(b) >= lag) {
                    norms.add(StrictMath.log10(spectra[b].norm()));
                }
            }
        }
    }

    /** The sizes found at one lag. */
    private static final class Sizes {

        private final List<Double> slopes = new ArrayList<>();
        private final List<Double> hessians = new ArrayList<>();
        private final List<Double> forms = new ArrayList<>();
        private int negative;

        void add(double slope, double hessian, double form) {
            slopes.add(StrictMath.log10(slope));
            hessians.add(StrictMath.log10(Math.abs(hessian)));
            forms.add(StrictMath.log10(Math.abs(form)));
            negative += hessian < 0 ? 1 : 0;
        }
    }

    /** What was found at every lag. */
    private static final class Samples {

        private final List<Integer> all;
        private final List<Integer> ofNorms;
        private final List<Sizes> lags = new ArrayList<>();
        private final List<List<Double>> norms = new ArrayList<>();

        Samples(List<Integer> all, List<Integer> ofNorms) {
            this.all = all;
            this.ofNorms = ofNorms;
            all.forEach(lag -> lags.add(new Sizes()));
            ofNorms.forEach(lag -> norms.add(new ArrayList<>()));
        }

        ProbeResult.Measured measured(Optional<String> missing) {
            Table.Builder table = new Table.Builder(
                    "curvature", "lag", "samples", "signal", "hessian", "gauss-newton", "share negative");
            Exponent hessian = new Exponent();
            Exponent gaussNewton = new Exponent();
            for (int i = 0; i < lags.size(); i++) {
                Sizes sizes = lags.get(i);
                double slope = Spread.of(sizes.slopes).median();
                double h = Spread.of(sizes.hessians).median();
                double form = Spread.of(sizes.forms).median();
                int count = sizes.slopes.size();
                if (count > 0) {
                    hessian.add(all.get(i), slope, h);
                    gaussNewton.add(all.get(i), slope, form);
                    table.row(
                            all.get(i),
                            count,
                            slope,
                            h,
                            form,
                            missing.isPresent() ? Double.NaN : (double) sizes.negative / count);
                }
            }
            return new ProbeResult.Measured(
                    Map.of(
                            "exponent hessian", hessian.beta(),
                            "exponent gauss-newton", gaussNewton.beta(),
                            "signal slope", gaussNewton.signalSlope(),
                            "hessian slope", hessian.curvatureSlope(),
                            "gauss-newton slope", gaussNewton.curvatureSlope(),
                            "signal span", gaussNewton.span()),
                    List.of(table.build(), normTable()),
                    missing.stream().toList());
        }

        private Table normTable() {
            Table.Builder table = new Table.Builder("norm", "lag", "samples", "lower", "median", "upper");
            for (int i = 0; i < norms.size(); i++) {
                if (!norms.get(i).isEmpty()) {
                    Spread at = Spread.of(norms.get(i));
                    table.row(ofNorms.get(i), norms.get(i).size(), at.lower(), at.median(), at.upper());
                }
            }
            return table.build();
        }
    }
}
