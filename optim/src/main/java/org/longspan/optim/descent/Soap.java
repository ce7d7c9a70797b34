package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
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
 * eigenvectors Qₗ, Qᵣ; m ← β₁m + (1 − β₁)QₗᵀGQᵣ; s ← β₂s + (1 − β₂)(QₗᵀGQᵣ)²; W ← W − η(√(1 − β₂ᵗ)/(1 − β₁ᵗ) Qₗ(m/(√s
 * + ε))Qᵣᵀ + λW). All other blocks follow Adam with the same constants.
 *
 * <p>Source: Vyas, Morwani, Zhao, Shapira, Brandfonbrener, Janson and Kakade 2024, and their code (nikhilvyas/SOAP):
 * the bases are solved for once, from the first gradient, which moves nothing, and refreshed by one orthogonal
 * iteration every few updates, after the update. A refreshing turns m from the old bases into the new ones, so m is the
 * rotated mean of G, as in the paper; it reorders s as it reorders the vectors, and rotates it no further.
 *
 * <p>A block is taken whole, the gates of an LSTM as one matrix (H, 4H), as in {@link Muon}. After the first gradient
 * several eigenvalues of L or R are 0 at once; {@link HouseholderQr} chooses a basis of their space, the same on every
 * machine.
 *
 * <p>Not to be confused with Shampoo, which divides by roots of L and R where this divides by √s in their eigenbases.
 *
 * <p>The first moment is zero under the floor of {@link Floor#ofFirst}; the second, L and R where they would be
 * denormal.
 *
 * @param moments m and s of the rotated gradient, with β₁ and β₂, which fades L and R too
 * @param epsilon ε
 * @param every updates between two refreshings of the bases
 * @param lambda λ
 */
public record Soap(Moments moments, double epsilon, int every, double lambda) implements GradientTransform {

    private static final String GRADIENTS = "soap.gradients"; // how many were seen
    private static final String CORRECTIONS = "soap.corrections"; // 1 − β₁ᵗ, 1 − β₂ᵗ
    private static final String MEANS = "soap.means"; // L and R of every matrix
    private static final String BASES = "soap.bases"; // Qₗ, Qᵣ and their transposes
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

    /** Creates the method from β₁, β₂, ε, the updates between two refreshings, and λ. */
    public Soap(double beta1, double beta2, double epsilon, int every, double lambda) {
        this(Moments.of("soap", beta1, beta2), epsilon, every, lambda);
    }

    @Override
    public void apply(Parameters update, Parameters theta, Memory memory, Step step) {
        Kernels kernels = step.kernels();
        RotatedBlock[] matrices =
                memory.workspace(Workspace.class, Workspace::new).matrices(kernels);
        double[] gradients = memory.numbers(GRADIENTS, 1);
        boolean first = gradients[0]++ == 0;
        for (RotatedBlock matrix : matrices) {
            Matrix g = update.block(matrix.name);
            matrix.accumulate(moments.beta2(), g, kernels);
            if (first) {
                matrix.solve(g, kernels);
            } else {
                matrix.rotate(g, g, kernels); // into bases that do not know this G
            }
        }
        if (first) {
            update.zero();
            return;
        }
        moments.apply(update, theta, memory, step, 0, update.size());
        divide(moments.first(memory), moments.second(memory), update.data());
        for (RotatedBlock matrix : matrices) {
            Matrix u = update.block(matrix.name);
            matrix.rotateBack(u, u, kernels);
        }
        if ((gradients[0] - 1) % every == 0) {
            refresh(matrices, memory, kernels);
        }
        double[] corrections = memory.numbers(CORRECTIONS, 2);
        corrections[0] = Adam.advance(corrections[0], moments.beta1());
        corrections[1] = Adam.advance(corrections[1], moments.beta2());
        kernels.elementwise().scale(Math.sqrt(corrections[1]) / corrections[0], update.data(), 0, update.size());
        DecoupledDecay.add(lambda, theta.data(), update.data(), 0, update.size());
    }

    /** u ← m/(√s + ε). */
    private void divide(float[] m, float[] s, float[] u) {
        float eps = (float) epsilon;
        for (int i = 0; i < u.length; i++) {
            u[i] = m[i] / ((float) Math.sqrt(s[i]) + eps);
        }
    }

    private void refresh(RotatedBlock[] matrices, Memory memory, Kernels kernels) {
        Parameters m = memory.vector(moments.firstSlot());
        Parameters s = memory.vector(moments.secondSlot());
        for (RotatedBlock matrix : matrices) {
            matrix.refresh(m.block(matrix.name), s.block(matrix.name), kernels);
        }
    }

    /** The matrices of weights, with views of L, R and the bases in the memory. */
    private static final class Workspace {

        private final List<Block> maps;
        private final Parameters means; // L and R of every matrix
        private final Parameters bases; // Qₗ, Qᵣ and their transposes
        private RotatedBlock[] matrices;

        Workspace(Memory memory) {
            this.maps = memory.layout().blocks().stream()
                    .filter(block -> block.role().isMap())
                    .toList();
            ParameterLayout.Builder ofMeans = ParameterLayout.builder();
            ParameterLayout.Builder ofBases = ParameterLayout.builder();
            for (Block block : maps) {
                RotatedBlock.addMeans(block, ofMeans);
                RotatedBlock.addBases(block, ofBases);
            }
            this.means = memory.vector(MEANS, ofMeans.build());
            this.bases = memory.vector(BASES, ofBases.build());
        }

        RotatedBlock[] matrices(Kernels kernels) {
            if (matrices == null) {
                matrices = maps.stream()
                        .map(block -> new RotatedBlock(block, means, bases, kernels))
                        .toArray(RotatedBlock[]::new);
            }
            return matrices;
        }
    }
}
