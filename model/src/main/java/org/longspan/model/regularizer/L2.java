package org.longspan.model.regularizer;

import java.util.List;
import org.longspan.numerics.Block;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;

/**
 * Half the squared norm of the weights:
 *
 * <pre>Ω(θ) = λ/2 ‖w‖²,   ∂Ω/∂w = λ w</pre>
 *
 * over input, recurrent and read-out weights, not over biases and initial states. Known as weight decay, ridge or
 * Tikhonov regularization (A. E. Hoerl and R. W. Kennard, 1970, Technometrics 12). Not decoupled weight decay: the
 * optimizer transforms this term with the rest of the gradient.
 *
 * @param lambda λ, from 0 on
 */
public record L2(double lambda) implements Regularizer {

    /** This regularizer in the catalogue. */
    public static final Entry<Regularizer> ENTRY = new Entry<>(
            "l2",
            "Half the squared norm of the weights, biases excepted.",
            "Ω(θ) = λ/2 ‖w‖²,  ∂Ω/∂w = λ w",
            "A. E. Hoerl and R. W. Kennard (1970). Ridge regression: biased estimation for nonorthogonal problems. "
                    + "Technometrics 12(1).",
            List.of(Setting.Number.within("lambda", "λ, the factor of the penalty", 1e-5, 0, 1e6)),
            List.of("none"),
            settings -> new L2(settings.number("lambda")));

    @Override
    public double penalty(Parameters theta) {
        double sum = 0;
        List<Block> blocks = theta.layout().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isWeight(block.role())) {
                for (int j = block.offset(); j < block.end(); j++) {
                    sum += (double) theta.data()[j] * theta.data()[j];
                }
            }
        }
        return lambda / 2 * sum;
    }

    @Override
    public void addGradient(Parameters theta, Parameters gradient) {
        addScaledWeights(theta, gradient);
    }

    @Override
    public void addCurvature(Parameters direction, Parameters product) {
        addScaledWeights(direction, product);
    }

    private void addScaledWeights(Parameters v, Parameters sum) {
        List<Block> blocks = v.layout().blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (isWeight(block.role())) {
                for (int j = block.offset(); j < block.end(); j++) {
                    sum.data()[j] = Math.fma((float) lambda, v.data()[j], sum.data()[j]);
                }
            }
        }
    }

    private static boolean isWeight(Role role) {
        return role == Role.INPUT || role == Role.RECURRENT || role == Role.OUTPUT || role == Role.READ_OUT;
    }
}
