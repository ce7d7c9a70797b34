package org.longspan.probes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.model.Network;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.task.Split;

/**
 * How much of the curvature of the training loss is negative: Lanczos's process on the exact Hessian in θ, from a random
 * direction,
 *
 * <pre>H = ∂²L/∂θ²;   H qⱼ = βⱼ₋₁ qⱼ₋₁ + αⱼ qⱼ + βⱼ qⱼ₊₁</pre>
 *
 * Recorded: the least and the greatest Ritz value, their ratio, the share of the spectrum's weight under 0, that of
 * the curvature (each value's weight times its size, so that values near 0, whose sign is chance, count little), the loss
 * and the norm of its gradient. The regularizer's part belongs to both derivatives.
 *
 * <p>Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli and Y. Bengio (2014), Identifying and attacking the saddle
 * point problem in high-dimensional non-convex optimization, NeurIPS, who count eigenvalues of small networks; by Lanczos:
 * B. Ghorbani, S. Krishnan and Y. Xiao (2019), An investigation into neural net optimization via Hessian eigenvalue
 * density, ICML. Not the Gauss-Newton matrix, which has no negative curvature.
 *
 * @param sequences over how many the loss is the mean
 * @param products of Lanczos's process
 */
public record NegativeCurvature(int sequences, int products) implements Probe {

    /** This probe in the catalogue. */
    public static final Entry<Probe> ENTRY = new Entry<>(
            "negative-curvature",
            "The extreme eigenvalues of the Hessian in the weights, and the share of its spectrum under 0.",
            "T = QᵀHQ, H = ∂²L/∂θ²;  the eigenvalues of T under 0, weighed by the squared first components of their "
                    + "eigenvectors",
            "Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli and Y. Bengio (2014). Identifying and attacking the "
                    + "saddle point problem in high-dimensional non-convex optimization. NeurIPS. B. Ghorbani, S. "
                    + "Krishnan and Y. Xiao (2019). An investigation into neural net optimization via Hessian eigenvalue "
                    + "density. ICML.",
            List.of(
                    Setting.Number.whole("sequences", "over how many the loss is the mean", 100, 1, 100_000),
                    Setting.Number.whole("products", "products of Lanczos's process", 30, 1, 1000)),
            List.of(),
            settings -> new NegativeCurvature(settings.whole("sequences"), settings.whole("products")));

    private static final Curvature HESSIAN = new Curvature.Hessian();

    /** A product, and a sixth for memory: the tapes of many sequences at once are larger than a cache. */
    private static final double PRODUCT = SequenceForwards.HESSIAN_PRODUCT + 1.0;

    @Override
    public Optional<String> refuses(Network network) {
        if (!network.supports(HESSIAN)) {
            return Optional.of("no products with the Hessian through cell "
                    + network.architecture().cell().name() + ": it does not give the tangent of its backward pass");
        }
        return network.regularizer().hasPotential()
                ? Optional.empty()
                : Optional.of("no Hessian: regularizer "
                        + network.architecture().regularizer().name() + " adds what is no function's gradient");
    }

    @Override
    public long cost(Network network) {
        double passes = SequenceForwards.GRADIENT + products * PRODUCT;
        return new LookCost(network)
                .passes(sequences * passes)
                .lanczos(1, network.layout().size(), products)
                .forwards();
    }

    @Override
    public ProbeResult look(Subject subject) {
        Network network = subject.network();
        TaskObjective objective = new TaskObjective(
                        network,
                        subject.task(),
                        Split.VALIDATION,
                        subject.sequences(),
                        network.newWorkspace(network.capacityFor(sequences, HESSIAN)))
                .bind(0, sequences);
        Parameters theta = subject.theta().copy();
        Parameters gradient = new Parameters(network.layout());
        double loss = objective.gradient(theta, GradientSeams.NONE, gradient);
        double norm = network.kernels().reductions().norm(gradient);
        Lanczos.Spectrum spectrum = spectrum(subject, objective);
        if (!Double.isFinite(loss) || !Double.isFinite(norm) || spectrum.values().length == 0) {
            return new ProbeResult.Skipped("no Hessian where the loss or a derivative is not finite");
        }
        double greatest = spectrum.values()[0];
        double least = spectrum.values()[spectrum.values().length - 1];
        return new ProbeResult.Measured(
                Map.of(
                        "loss", loss,
                        "gradient norm", norm,
                        "greatest", greatest,
                        "least", least,
                        "least over greatest", greatest > 0 ? least / greatest : Double.NaN,
                        "share negative", spectrum.weightBelowZero(),
                        "curvature below zero", spectrum.curvatureBelowZero()),
                List.of(table(spectrum)),
                List.of());
    }

    private Lanczos.Spectrum spectrum(Subject subject, TaskObjective objective) {
        Parameters direction = new Parameters(subject.network().layout());
        Parameters product = new Parameters(subject.network().layout());
        Matrix start = row(new Parameters(subject.network().layout()));
        Rows.drawDirections(start, subject.randomness().with("probe", "negative-curvature").stream());
        return Lanczos.spectra(start, products, (v, out) -> {
            row(direction).copyFrom(v);
            objective.curvature(direction, HESSIAN, product);
            out.copyFrom(row(product));
        })[0];
    }

    /** Returns a vector as a matrix of one row. */
    private static Matrix row(Parameters vector) {
        return new Matrix(vector.data(), 0, 1, vector.size(), vector.size());
    }

    private static Table table(Lanczos.Spectrum spectrum) {
        Table.Builder table = new Table.Builder("spectrum", "ritz value", "weight");
        for (int i = 0; i < spectrum.values().length; i++) {
            table.row(spectrum.values()[i], spectrum.weights()[i]);
        }
        return table.build();
    }
}
