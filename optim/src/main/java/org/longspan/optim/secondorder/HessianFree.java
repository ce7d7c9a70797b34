package org.longspan.optim.secondorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Purpose;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;

/**
 * Hessian-free optimization: a step solves (G + λμ D″ + λI) δ = −g by conjugate gradient, with products of the
 * Gauss-Newton matrix G of the matching loss and structural damping of hidden states.
 *
 * <ol>
 *   <li>g over many sequences; products over fewer of them;
 *   <li>conjugate gradient from 0.95 times the last step's final iterate, until progress stalls;
 *   <li>δ is the kept iterate with the least f on a second batch;
 *   <li>the reduction ratio of δ, on the batch of the products, adapts λ for the next step;
 *   <li>θ ← θ + αδ with the first α = 0.8^i under which f falls on a third batch; where none does, θ stays and the next
 *       conjugate gradient begins at zero.
 * </ol>
 *
 * <p>Source: Martens 2010; Martens and Sutskever 2011, with the constants of Sutskever's release of that year, which
 * differs from the paper. The three batches are parts of the gradient's and fresh at every step; the release keeps its
 * first one.
 *
 * <p>The divergence D of hidden states is by default the loss that matches a unit, as in the paper's supplement. Its D″
 * in a pre-activation is the release's ({@code H_prod} in {@code nonlin.py}): ¼(1 − h²) of tanh, h(1 − h) of logistic,
 * 1 of linear units, where ¼ is the release's factor and its μ = 0.03 belongs to that. Outputs of other cells between ±1
 * count as those of tanh units, all others as linear ones, which is our choice. The squared distance instead has
 * ¼(1 − h²)² for a tanh: it hardly damps saturated units. We know of no published μ for it; its ¼, ours, makes both forms
 * equal near h = 0, so 0.03 serves for both. Steps after a sequence's last read-out are not damped; the release damps
 * them.
 *
 * <p>L is a mean over the read-outs of a sequence, so the default of λ₀ is that of the release for one output. Martens's preconditioner ((Σ g_b²) + λ)^¾ needs the
 * gradient of every sequence, element by element, which no pass over a batch yields; {@link JacobiPreconditioner} is
 * another one, off by default: Martens's code remarks that his does not seem to help recurrent networks.
 *
 * <p>Not to be confused with truncated Newton methods, whose conjugate gradient runs on the Hessian itself.
 */
public record HessianFree(
        HessianFreeSize size,
        ConjugateGradient solver,
        LevenbergMarquardt damping,
        double decay,
        JacobiPreconditioner preconditioner)
        implements Method {

    private static final String DAMPING = "damping";
    private static final String STRUCTURAL_DAMPING = "structural-damping";
    private static final String DIVERGENCE = "divergence";
    private static final String MATCHING = "matching";
    private static final String SQUARED = "squared";
    private static final String CG_TOLERANCE = "cg-tolerance";
    private static final String CG_DECAY = "cg-decay";
    private static final String PRECONDITIONER_PRODUCTS = "preconditioner-products";

    /** Where conjugate gradient ended; the next one begins near it. */
    static final String LAST_ITERATE = "hessian-free.last-iterate";

    /** The rung of the damping. */
    static final String RUNG = "hessian-free.rung";

    private static final double SHORTER = 0.8;
    private static final int MOST_LENGTHS = 50;

    /** This optimizer in the catalogue. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "hessian-free",
            "Steps that minimize a damped quadratic model by conjugate gradient, with Gauss-Newton products.",
            "(G + λμ D″ + λI) δ = −g; θ ← θ + αδ; ρ < ¼: λ ← 3/2 λ, ρ > ¾: λ ← 2/3 λ",
            "Martens 2010, Deep Learning via Hessian-free Optimization, ICML; Martens and Sutskever 2011, Learning"
                    + " Recurrent Neural Networks with Hessian-Free Optimization, ICML",
            settings(),
            List.of(),
            HessianFree::from);

    private static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        // λ adapts by a factor of up to 3/2 a step, so a start that is two decades off costs a dozen steps.
        settings.add(Setting.Number.within(DAMPING, "λ₀, the damping of the first step", 0.01, 0, 1e6)
                .tuned(SearchRange.log(1e-4, 1)));
        settings.add(Setting.Number.within(
                STRUCTURAL_DAMPING, "μ, the share of λ by which changes of hidden states are damped", 0.03, 0, 1e6));
        settings.add(new Setting.Word(
                DIVERGENCE,
                "what μ damps: the loss that matches the hidden units, or their squared distance",
                MATCHING,
                List.of(MATCHING, SQUARED)));
        settings.addAll(HessianFreeSize.SETTINGS);
        settings.add(Setting.Number.within(
                CG_TOLERANCE, "ε, the relative progress of an iteration below which iterations stop", 5e-4, 0, 1));
        settings.add(Setting.Number.within(
                CG_DECAY, "the share of the last step's iterate at which the next iterations start", 0.95, 0, 1));
        settings.add(Setting.Number.whole(
                PRECONDITIONER_PRODUCTS,
                "products with random signs that estimate the diagonal of a preconditioner, 0 for none",
                0,
                0,
                1000));
        return settings;
    }

    private static Optimizer from(Settings settings) {
        HessianFreeSize size = HessianFreeSize.from(settings);
        return new SecondOrder(new HessianFree(
                size,
                new ConjugateGradient(size.iterations(), settings.number(CG_TOLERANCE)),
                new LevenbergMarquardt(
                        settings.number(DAMPING), settings.number(STRUCTURAL_DAMPING), divergence(settings)),
                settings.number(CG_DECAY),
                new JacobiPreconditioner(settings.whole(PRECONDITIONER_PRODUCTS))));
    }

    private static Curvature.Divergence divergence(Settings settings) {
        return settings.word(DIVERGENCE).equals(SQUARED) ? Curvature.Divergence.SQUARED : Curvature.Divergence.MATCHING;
    }

    @Override
    public int gradientSequences(int batch) {
        return size.gradientSequences();
    }

    @Override
    public int sequencesPerStep(int batch) {
        return size.sequencesPerStep();
    }

    @Override
    public int curvatureSequences(int batch) {
        return size.curvatureSequences();
    }

    @Override
    public long costOfDescent(int batch) {
        long products = solver.mostProducts() + preconditioner.products();
        long losses = Iterates.most(size.iterations()) + 1 + MOST_LENGTHS + 1; // the ratio's, and f(θ) on the line
        long each = SequenceForwards.GRADIENT
                + SequenceForwards.PRODUCT_WITHOUT_TAPE * products
                + SequenceForwards.LOSS * losses;
        return size.curvatureSequences() * each;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.GAUSS_NEWTON, Need.POTENTIAL);
    }

    @Override
    public void descend(Descent descent) {
        double[] rung = descent.memory().numbers(RUNG, 1);
        QuadraticModel model = descent.memory().workspace(QuadraticModel.class, QuadraticModel::new);
        Iterates iterates = descent.memory().workspace(Iterates.class, Iterates::new);

        double value = solve(descent, model, iterates, (int) rung[0]);
        int best = iterates.best(descent, batch(descent, Purpose.LINE_SEARCH, 1));
        Parameters delta = iterates.kept(best);
        double promised = iterates.value(best) + descent.dot(model.b, delta) + descent.slope(delta);
        double ratio = ratio(descent.value(batch(descent, Purpose.REDUCTION_RATIO, 0), 1, delta) - value, promised);
        double alpha = length(descent, batch(descent, Purpose.LINE_SEARCH, 2), delta);
        if (alpha > 0) {
            descent.move(alpha, delta);
        }
        remember(descent, alpha > 0 ? model.x : null);
        report(descent, model, iterates, ratio);
        rung[0] = LevenbergMarquardt.next((int) rung[0], ratio);
    }

    /** Solves for δ, and returns f(θ) over the sequences of the products. */
    private double solve(Descent descent, QuadraticModel model, Iterates iterates, int rung) {
        Objective sequences = batch(descent, Purpose.CURVATURE, 0);
        double value = descent.gradient(sequences, model.product); // products are taken where a gradient was
        model.begin(descent, sequences, damping.matrix(rung), damping.lambda(rung));
        model.b.copyFrom(descent.clipped);
        model.b.scale(-1);
        model.x.copyFrom(descent.memory().vector(LAST_ITERATE));
        model.x.scale((float) decay);
        model.flush(model.x);
        preconditioner.prepare(model, descent);
        solver.solve(model, iterates);
        return value;
    }

    /** The sequences of a batch of the curvature's size, the {@code which}-th of the step. */
    private Objective batch(Descent descent, Purpose purpose, int which) {
        int count = size.curvatureSequences();
        return descent.oracle().objective(purpose, which * count, count);
    }

    /** ρ, or −∞ where f rose, whatever the model predicted. */
    static double ratio(double change, double promised) {
        return change > 0 ? Double.NEGATIVE_INFINITY : change / promised;
    }

    /** The first α = 0.8^i under which f falls at all, or 0. */
    static double length(Descent descent, Objective sequences, Parameters delta) {
        double before = descent.value(sequences);
        double alpha = 1;
        for (int i = 0; i < MOST_LENGTHS; i++) {
            if (descent.value(sequences, alpha, delta) < before) {
                return alpha;
            }
            alpha *= SHORTER;
        }
        return 0;
    }

    private static void remember(Descent descent, Parameters last) {
        Parameters memory = descent.memory().vector(LAST_ITERATE);
        if (last == null) {
            memory.zero();
        } else {
            memory.copyFrom(last);
        }
    }

    private static void report(Descent descent, QuadraticModel model, Iterates iterates, double ratio) {
        descent.report().solved = true;
        descent.report().iterations = iterates.last();
        descent.report().damping = model.lambda();
        descent.report().reductionRatio = ratio;
    }
}
