package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Floor;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * Muon. For each matrix of hidden weights W: m ← μm + (1 − μ)g; O = NS((1 − μ)g + μm); W ← W − η(√max(1,
 * outputs/inputs) O + λW), where NS, five steps of {@link NewtonSchulz}, brings all singular values near 1. For every
 * other block: {@link AdamW} with a rate of its own, κη.
 *
 * <p>Source: Jordan, Jin, Boza, You, Cesista, Newhouse and Bernstein 2024, and their code (KellerJordan/Muon).
 *
 * <p>Hidden weights are the blocks with the roles INPUT and RECURRENT but for the input of the first layer, which goes
 * to AdamW by default. That is the authors' choice: they leave it embeddings and the first convolution, as they do the
 * read-out, biases and gains. The input of a layer above maps hidden units to hidden units. A block is taken
 * <b>whole</b>, which is our choice: the four gates of an LSTM, side by side in its
 * columns, are one matrix (H, 4H), as torch's stacked weight is. An optimizer sees blocks and no cell, so it cannot
 * know where a gate ends. For H ≤ 4H the rows of O are then orthonormal across the gates, and with the factor √4 the
 * elements of O have the same root mean square, 1/√H, as if each gate's (H, H) had been made orthogonal alone; but the
 * gates share the length of a row.
 *
 * <p>Not to be confused with Shampoo, which without its memories gives the same UVᵀ; with the scale 0.2 √max(rows,
 * columns) of later work. A row of our matrices is an input and a column an output, torch's transposed.
 *
 * <p>The first moment is zero under the floor of {@link Floor#ofFirst}.
 *
 * @param momentum μ, in [0, 1)
 * @param epsilon ε, added to a matrix's norm
 * @param others the moments of the other blocks
 * @param otherRate κ, their learning rate over η
 * @param lambda λ
 * @param firstInput whether the input of the first layer counts as hidden weights
 */
public record Muon(double momentum, double epsilon, Adam others, double otherRate, double lambda, boolean firstInput)
        implements GradientTransform {

    static final String FIRST_MOMENT = "muon.first-moment";

    private static final String MOMENTUM = "momentum";
    private static final String OTHER_RATE = "other-learning-rate";
    private static final String FIRST_INPUT = "first-input";
    private static final String ADAMW = "adamw";
    private static final String MUON = "muon";

    /**
     * This optimizer in the catalogue. A step moves a square matrix by about η in each of its singular directions,
     * and an orthogonal map has 1 there: at 1e-4 ten thousand updates make another map of it, at 1 a single one does.
     * The authors' page gives η = 0.02, 3e-4 for the other blocks and their β₂ of 0.95, for language models of 10⁸
     * weights; λ = 0 is of their code. They set the two rates apart, and so does tuning: the other one has the range of
     * {@link AdamW}. Neither is taken from the other. No other setting is tuned.
     */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "muon",
            "Momentum whose step in each matrix of hidden weights is made nearly orthogonal; AdamW for the rest.",
            "W hidden: m ← μm + (1−μ)g; O = NS((1−μ)g + μm); W ← W − η(√max(1, outputs/inputs) O + λW);"
                    + " NS: X ← X/(‖X‖ + ε), 5 times X ← 3.4445X − 4.7750XXᵀX + 2.0315(XXᵀ)²X; others: adamw at κη, the other rate",
            "Jordan, Jin, Boza, You, Cesista, Newhouse and Bernstein 2024, Muon: An Optimizer for Hidden Layers in"
                    + " Neural Networks, kellerjordan.github.io/posts/muon",
            List.of(
                    DescentStep.learningRate(0.02, 1e-4, 1),
                    MomentSettings.decay(
                            MOMENTUM, "μ, the share of the first moment of hidden weights that stays", 0.95),
                    MomentSettings.decay(Adam.BETA1, "β₁ of the other blocks", 0.9),
                    MomentSettings.decay(Adam.BETA2, "β₂ of the other blocks", 0.95),
                    MomentSettings.epsilon("ε, added to a matrix's norm", 1e-7),
                    Setting.Number.positive(OTHER_RATE, "κη, the learning rate of the other blocks", 3e-4)
                            .tuned(SearchRange.log(1e-4, 1)),
                    new Setting.Word(
                            FIRST_INPUT,
                            "the method of the first layer's input matrix: adamw as for the other blocks, or muon",
                            ADAMW,
                            List.of(ADAMW, MUON)),
                    DecoupledDecay.setting(0)),
            List.of(),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), from(settings)));

    private static Muon from(Settings settings) {
        return new Muon(
                settings.number(MOMENTUM),
                settings.number(MomentSettings.EPSILON),
                new Adam(settings.number(Adam.BETA1), settings.number(Adam.BETA2), Adam.EPSILON),
                settings.number(OTHER_RATE) / settings.number(DescentStep.LEARNING_RATE),
                settings.number(DecoupledDecay.WEIGHT_DECAY),
                settings.word(FIRST_INPUT).equals(MUON));
    }

    /** Returns the method with learning rate η. */
    public static Optimizer of(double learningRate, Muon constants) {
        return FirstOrder.of(constants, new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
        Workspace workspace = memory.workspace(Workspace.class, Workspace::new);
        int firstLayer = firstInput ? 0 : workspace.firstLayer;
        List<Block> blocks = update.layout().blocks();
        others.begin(memory, step);
        for (int b = 0; b < blocks.size(); b++) { // by index: an iterator would be allocated each time
            Block block = blocks.get(b);
            if (isHidden(block, firstLayer)) {
                accumulate(update, memory, step, block);
                NewtonSchulz buffers = workspace.of(b, block, step.kernels());
                buffers.orthogonalize(update.data(), block.offset(), epsilon, step.kernels());
                step.kernels().elementwise().scale(aspect(block), update.data(), block.offset(), block.size());
                DecoupledDecay.add(lambda, theta.data(), update.data(), block.offset(), block.end());
            } else {
                others.apply(update, theta, memory, step, block.offset(), block.end());
                DecoupledDecay.add(lambda, theta.data(), update.data(), block.offset(), block.end());
                step.kernels().elementwise().scale(otherRate, update.data(), block.offset(), block.size());
            }
        }
    }

    /** Inputs count from the end of the first layer on, the {@code firstLayer}-th element; 0 lets all count. */
    private static boolean isHidden(Block block, int firstLayer) {
        return block.role() == Role.RECURRENT || (block.role() == Role.INPUT && block.offset() >= firstLayer);
    }

    /** √max(1, outputs/inputs). */
    private static double aspect(Block block) {
        return Math.sqrt(Math.max(1, (double) block.columns() / block.rows()));
    }

    /** u ← (1 − μ)g + μm with the new m. */
    private void accumulate(Parameters update, Memory memory, Step step, Block block) {
        float mu = (float) momentum;
        float oneMinusMu = (float) (1 - momentum);
        float[] u = update.data();
        float[] m = memory.vector(FIRST_MOMENT).data();
        Moments.accumulateFirst(momentum, u, m, block.offset(), block.end(), step.kernels());
        for (int i = block.offset(); i < block.end(); i++) {
            u[i] = Math.fma(mu, m[i], oneMinusMu * u[i]);
        }
    }

    /** The buffers of every hidden matrix, by the index of its block, each made at its first use. */
    private static final class Workspace {

        final int firstLayer; // where it ends
        private final NewtonSchulz[] buffers;

        Workspace(Memory memory) {
            List<Block> blocks = memory.layout().blocks();
            this.firstLayer = endOfFirstLayer(blocks);
            this.buffers = new NewtonSchulz[blocks.size()];
        }

        /** The blocks of a layer share the part of their names before the first dot, as in {@code layer0.input}. */
        private static int endOfFirstLayer(List<Block> blocks) {
            String first = blocks.get(0).name();
            String layer = first.substring(0, first.indexOf('.') + 1);
            int end = 0;
            for (Block block : blocks) {
                end = block.name().startsWith(layer) ? block.end() : end;
            }
            return end;
        }

        NewtonSchulz of(int index, Block block, Kernels kernels) {
            if (buffers[index] == null) {
                buffers[index] = new NewtonSchulz(block.rows(), block.columns(), kernels);
            }
            return buffers[index];
        }
    }
}
