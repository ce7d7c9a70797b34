package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.optim.Floor;
import org.longspan.optim.GradientTransform;
import org.longspan.optim.Memory;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Step;

/**
 * SOAP, Adam in Shampoo's eigenbases. For each matrix of weights: L ← β₂L + (1 − β₂)GGᵀ, R ← β₂R + (1 − β₂)GᵀG, with
 * eigenvectors Qₗ, Qᵣ; m ← β₁m + (1 − β₁)G; s ← β₂s + (1 − β₂)(QₗᵀGQᵣ)²; W ← W − η(√(1 − β₂ᵗ)/(1 − β₁ᵗ) Qₗ(QₗᵀmQᵣ/(√s +
 * ε))Qᵣᵀ + λW). All other blocks follow Adam with the same constants.
 *
 * <p>Source: Vyas, Morwani, Zhao, Shapira, Brandfonbrener, Janson and Kakade 2024, and their code: the bases are solved
 * for once, from the first gradient, which moves nothing, and refreshed by one orthogonal iteration every few updates,
 * after the update, which reorders s as it reorders the vectors and rotates it no further.
 *
 * <p>A block is taken whole, the gates of an LSTM as one matrix (H, 4H), as in {@link Muon}. After the first gradient
 * several eigenvalues of R are 0 at once; {@link EigenBasis} chooses a basis of their space, the same on every machine.
 *
 * <p>Not to be confused with Shampoo, which divides by roots of L and R where this divides by √s in their eigenbases.
 *
 * <p>The first moment is zero under the floor of {@link Floor#ofFirst}, the second where it would be denormal.
 *
 * @param beta1 β₁, in [0, 1)
 * @param beta2 β₂, in [0, 1)
 * @param epsilon ε
 * @param every updates between two refreshings of the bases
 * @param lambda λ
 */
public record Soap(double beta1, double beta2, double epsilon, int every, double lambda) implements GradientTransform {

    static final String FIRST_MOMENT = "soap.first-moment";
    static final String SECOND_MOMENT = "soap.second-moment"; // of the rotated gradient

    private static final String GRADIENTS = "soap.gradients"; // how many were seen
    private static final String CORRECTIONS = "soap.corrections"; // 1 − β₁ᵗ, 1 − β₂ᵗ
    private static final String MEANS = "soap.means"; // L and R of every matrix
    private static final String BASES = "soap.bases"; // Qₗ and Qᵣ
    private static final String EVERY = "every";

    /** This optimizer in the catalogue. Constants are those of the authors' code; only η is tuned. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "soap",
            "Adam in slowly turning bases, the eigenvectors of running means of GGᵀ and GᵀG for each matrix G.",
            "L ← β₂L + (1−β₂)GGᵀ; R ← β₂R + (1−β₂)GᵀG; G′ = QₗᵀGQᵣ; m ← β₁m + (1−β₁)G; s ← β₂s + (1−β₂)G′²;"
                    + " θ ← θ − η(√(1−β₂ᵗ)/(1−β₁ᵗ) Qₗ(QₗᵀmQᵣ/(√s + ε))Qᵣᵀ + λθ)",
            "Vyas, Morwani, Zhao, Shapira, Brandfonbrener, Janson and Kakade 2024, SOAP: Improving and Stabilizing"
                    + " Shampoo using Adam, arXiv:2409.11321",
            List.of(
                    DescentStep.learningRate(0.003, 1e-4, 1),
                    MomentSettings.decay(Adam.BETA1, "β₁, the share of the first moment that stays", 0.95),
                    MomentSettings.decay(Adam.BETA2, "β₂, the share of the other moments that stays", 0.95),
                    MomentSettings.epsilon(Adam.EPSILON),
                    Setting.Number.whole(EVERY, "updates between two refreshings of the bases", 10, 1, 1_000_000),
                    DecoupledDecay.setting(0.01)),
            List.of(),
            settings -> of(
                    settings.number(DescentStep.LEARNING_RATE),
                    new Soap(
                            settings.number(Adam.BETA1),
                            settings.number(Adam.BETA2),
                            settings.number(MomentSettings.EPSILON),
                            settings.whole(EVERY),
                            settings.number(DecoupledDecay.WEIGHT_DECAY))));

    /** Returns the method with learning rate η. */
    public static Optimizer of(double learningRate, Soap constants) {
        return FirstOrder.of(constants, new DescentStep(learningRate));
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
        Workspace workspace = memory.workspace(Workspace.class, Workspace::new);
        double[] gradients = memory.numbers(GRADIENTS, 1);
        double[] corrections = memory.numbers(CORRECTIONS, 2);
        double[] means = memory.numbers(MEANS, workspace.size);
        double[] bases = memory.numbers(BASES, workspace.size);
        float[] u = update.data();
        float[] m = memory.vector(FIRST_MOMENT).data();
        float[] s = memory.vector(SECOND_MOMENT).data();
        boolean first = gradients[0]++ == 0;
        if (!first) {
            corrections[0] = Adam.advance(corrections[0], beta1);
            corrections[1] = Adam.advance(corrections[1], beta2);
        }
        List<Block> blocks = update.layout().blocks();
        for (int b = 0; b < blocks.size(); b++) { // by index: an iterator would be allocated each time
            Block block = blocks.get(b);
            if (!block.role().isMap()) {
                if (!first) {
                    Moments.accumulateFirst(beta1, u, m, block.offset(), block.end(), step.kernels());
                    accumulateSecond(u, block.offset(), s, block, step.kernels());
                    divide(m, block.offset(), s, u, block.offset(), block);
                }
                continue;
            }
            RotatedBlock turn = workspace.of(b, block, step.kernels());
            turn.take(u, block.offset());
            if (!first) {
                turn.load(bases);
                turned(turn, block, u, m, s, step.kernels());
            }
            turn.accumulate(beta2, means, step.kernels());
            if (first) {
                turn.solve(means, bases);
            } else if ((gradients[0] - 1) % every == 0) {
                turn.refresh(means, bases, s, block.offset());
            }
        }
        if (first) {
            update.zero();
        } else {
            step.kernels().elementwise().scale(Math.sqrt(corrections[1]) / corrections[0], u, 0, update.size());
            DecoupledDecay.add(lambda, theta.data(), u, 0, u.length);
        }
    }

    private void turned(RotatedBlock turn, Block block, float[] u, float[] m, float[] s, Kernels kernels) {
        float[] rotated = turn.rotated.data();
        turn.rotate(u, block.offset(), kernels);
        accumulateSecond(rotated, 0, s, block, kernels);
        Moments.accumulateFirst(beta1, u, m, block.offset(), block.end(), kernels);
        turn.rotate(m, block.offset(), kernels);
        divide(rotated, 0, s, rotated, 0, block);
        turn.rotateBack(u, block.offset(), kernels);
    }

    /** s ← β₂s + (1 − β₂)g², for g from {@code at} on. */
    private void accumulateSecond(float[] g, int at, float[] s, Block block, Kernels kernels) {
        float share = (float) beta2;
        float rest = (float) (1 - beta2);
        for (int i = 0; i < block.size(); i++) {
            s[block.offset() + i] = Math.fma(share, s[block.offset() + i], rest * g[at + i] * g[at + i]);
        }
        Floor.applyToSecond(s, block.offset(), block.end(), kernels);
    }

    /** out ← m/(√s + ε), for m and out from their places on. */
    private void divide(float[] m, int mAt, float[] s, float[] out, int outAt, Block block) {
        float eps = (float) epsilon;
        for (int i = 0; i < block.size(); i++) {
            out[outAt + i] = m[mAt + i] / ((float) Math.sqrt(s[block.offset() + i]) + eps);
        }
    }

    /** The buffers of every matrix, by the index of its block, each made at its first use. */
    private static final class Workspace {

        private final RotatedBlock[] rotations;
        private final int[] places;
        private final int size; // doubles of all L and R

        Workspace(Memory memory) {
            List<Block> blocks = memory.layout().blocks();
            this.rotations = new RotatedBlock[blocks.size()];
            this.places = new int[blocks.size()];
            int end = 0;
            for (int b = 0; b < places.length; b++) {
                places[b] = end;
                end = Math.addExact(end, blocks.get(b).role().isMap() ? RotatedBlock.size(blocks.get(b)) : 0);
            }
            this.size = end;
        }

        RotatedBlock of(int index, Block block, Kernels kernels) {
            if (rotations[index] == null) {
                rotations[index] = new RotatedBlock(block, places[index], kernels);
            }
            return rotations[index];
        }
    }
}
