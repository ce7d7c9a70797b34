package org.longspan.microbench;

import java.util.ArrayList;
import java.util.List;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.optim.Clipping;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Guard;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;
import org.longspan.optim.StepReport;
import org.longspan.optim.ThresholdUnit;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.clip.NoClipping;
import org.longspan.optim.descent.FirstOrder;
import org.longspan.optim.descent.Probe;
import org.longspan.optim.nonfinite.HoldStill;
import org.longspan.optim.schedule.Constant;

/** One update by an optimizer, or one call of a clipping, on a given gradient. */
final class UpdateCase {

    private static final String OPTIMIZER = "optimizer ";
    private static final String CLIPPING = "clipping ";
    private static final double SMALL = 1e-6;
    private static final int SIDE = 100;

    private final Parameters theta;
    private final Parameters given;
    private final Parameters clipped;
    private Memory memory;
    private final Step step;
    private final StepReport report = new StepReport();
    private final Optimizer optimizer; // null for a clipping
    private final Guard guard;
    private long index;

    /**
     * Creates the vectors, as matrices of 100 by 100 for methods that depend on shapes. Every threshold is so small
     * that the gradient is always clipped.
     *
     * @param size a multiple of 10,000
     */
    UpdateCase(String method, int size) {
        ParameterLayout.Builder blocks = ParameterLayout.builder();
        for (int b = 0; b < size / (SIDE * SIDE); b++) {
            blocks.add("theta" + b, SIDE, SIDE, Role.RECURRENT);
        }
        ParameterLayout layout = blocks.build();
        Kernels kernels = KernelChoice.best("auto").kernels();
        this.theta = draw(layout);
        this.given = draw(layout);
        this.clipped = new Parameters(layout);
        this.memory = new Memory(layout);
        this.step = new Step(kernels, Seed.root(0), Constant.ENTRY.create(Settings.NONE), TrainingCase.UPDATES);
        if (method.startsWith(OPTIMIZER)) {
            this.optimizer =
                    Optimizers.named(method.substring(OPTIMIZER.length())).create(Settings.NONE);
            this.guard = new Guard(NoClipping.NONE, HoldStill.FAIL);
        } else {
            this.optimizer = null;
            this.guard = new Guard(clipping(Clippings.named(method.substring(CLIPPING.length()))), HoldStill.FAIL);
        }
    }

    /**
     * Returns a clipping that clips every gradient, except the first ones of a clipping that compares with earlier
     * gradients.
     */
    static Clipping clipping(Entry<ClippingScheme> entry) {
        boolean absolute = entry.create(Settings.NONE).unit() == ThresholdUnit.NONE
                && entry.settings().stream().anyMatch(setting -> setting.name().equals("threshold"));
        return entry.create(absolute ? Settings.NONE.with("threshold", SMALL) : Settings.NONE)
                .at(SMALL);
    }

    private static Parameters draw(ParameterLayout layout) {
        RandomStream random = new RandomStream(0);
        Parameters drawn = new Parameters(layout);
        for (int i = 0; i < drawn.size(); i++) {
            drawn.data()[i] = (float) random.uniform(-0.1, 0.1);
        }
        return drawn;
    }

    /** Returns every first-order optimizer. */
    static List<String> optimizers() {
        return Optimizers.all().stream()
                .filter(entry -> entry.create(Settings.NONE).needs().isEmpty()) // others need more than a gradient
                .map(Entry::name)
                .toList();
    }

    /** Returns every first-order optimizer and every clipping that rewrites an update. */
    static List<String> methods() {
        List<String> methods = new ArrayList<>();
        optimizers().forEach(name -> methods.add(OPTIMIZER + name));
        for (Entry<ClippingScheme> entry : Clippings.all()) {
            if (clipping(entry).perUpdate() != Clipping.IDENTITY) {
                methods.add(CLIPPING + entry.name());
            }
        }
        return methods;
    }

    /** Makes one update from the gradient, or clips it once. */
    void update() {
        if (index == TrainingCase.UPDATES && optimizer == null) { // a new trial, with a short history again
            memory = new Memory(theta.layout());
            index = 0;
        }
        step.moveTo(index++);
        if (optimizer != null) {
            optimizer.step(new FixedOracle(new GivenGradient(given), 1), theta, memory, guard, step, report);
        } else {
            clipped.copyFrom(given);
            guard.clipping().perUpdate().apply(clipped, theta, memory, step);
        }
    }

    /**
     * Returns the least number of floats moved through memory per element. The given gradient is read and written. A
     * clipping reads and writes it once more. An optimizer reads the gradient, and reads and writes θ and each vector
     * of its memory; if it takes the gradient elsewhere than at θ, it also reads θ and a memory and writes the probe.
     *
     * <p>Not counted, and so to the update's disadvantage: reading the gradient for its norm, which must be known
     * before anything moves; reading it once more for a clipping by norm; and reading the update for its norm.
     */
    int floatsMoved() {
        update();
        return optimizer == null ? 4 : 5 + 2 * memory.vectorNames().size() + (takesItsGradientElsewhere() ? 3 : 0);
    }

    private boolean takesItsGradientElsewhere() {
        return optimizer instanceof FirstOrder method && method.probe() != Probe.AT_THETA;
    }
}
