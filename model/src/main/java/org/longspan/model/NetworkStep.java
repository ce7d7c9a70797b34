package org.longspan.model;

import java.util.ArrayList;
import java.util.List;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Parameters;

/**
 * One step of all layers of a network, s(t) = f(s(t-1), x(t); θ) for B sequences, and its derivatives in the state: the
 * Jacobian J(t) = ∂s(t)/∂s(t-1), its transpose, and how both change. Each pass differentiates the last forward step.
 *
 * <p>A state, a signal or a tangent is a matrix (B, S) with the columns of {@link #parts}.
 */
final class NetworkStep {

    private final LayerStep[] layers; // L
    private final List<StatePart> parts;
    private final int width; // S
    private final Matrix[] fromAbove; // L - 1 of (B, H), ∂ℓ/∂h(t) of a layer from the layer above
    private final Matrix[] fromAboveDot; // L - 1 of (B, H), their tangents
    private final Parameters zero; // the tangent of θ

    NetworkStep(Network network, int sequences) {
        int hidden = network.architecture().hidden();
        Kernels kernels = network.kernels();
        List<StatePart> all = new ArrayList<>();
        int from = 0;
        this.layers = new LayerStep[network.layers()];
        for (int l = 0; l < layers.length; l++) {
            RecurrentCell cell = network.cell(l);
            layers[l] = new LayerStep(Network.prefix(l), cell, from, sequences, kernels);
            int inner = cell.innerStateWidth();
            int visible = cell.stateWidth() - inner;
            if (visible > 0) {
                all.add(new StatePart(l, false, from, visible));
            }
            if (inner > 0) {
                all.add(new StatePart(l, true, from + visible, inner));
            }
            from += cell.stateWidth();
        }
        this.parts = List.copyOf(all);
        this.width = from;
        this.fromAbove = Matrix.zeros((layers.length - 1) * sequences, hidden).groups(sequences);
        this.fromAboveDot =
                Matrix.zeros((layers.length - 1) * sequences, hidden).groups(sequences);
        this.zero = new Parameters(network.layout());
    }

    List<StatePart> parts() {
        return parts;
    }

    int width() {
        return width;
    }

    /** Returns h(t) of the top layer after a forward step, (B, H). */
    Matrix outputs() {
        return layers[layers.length - 1].run.outputs();
    }

    /** Returns the tangent of h(t) of the top layer after a {@link #tangent}, (B, H). */
    Matrix outputsDot() {
        return layers[layers.length - 1].hDot;
    }

    /** Derives matrices from θ, once for every θ. */
    void prepare(Parameters theta) {
        for (LayerStep layer : layers) {
            layer.run.prepare(theta);
        }
    }

    /** s(t) from x(t) (B, I) and s(t-1). */
    void forward(Parameters theta, Matrix x, Matrix before, Matrix after) {
        Matrix below = x;
        for (LayerStep layer : layers) {
            layer.forward(theta, below, before, after);
            below = layer.run.outputs();
        }
    }

    /**
     * J(t)ᵀ w.
     *
     * @param after w, ∂ℓ/∂s(t)
     * @param top what h(t) of the top layer gets besides, from the read-out of this step, (B, H)
     * @param before overwritten with ∂ℓ/∂s(t-1); may be {@code after}
     */
    void backward(Parameters theta, Matrix after, Matrix top, Matrix before) {
        for (int l = layers.length - 1; l >= 0; l--) {
            Matrix above = l == layers.length - 1 ? top : fromAbove[l];
            layers[l].backward(theta, after, above, l == 0 ? null : fromAbove[l - 1], before);
        }
    }

    /** J(t) v: the tangent of s(t) from that of s(t-1); {@code afterDot} may be {@code beforeDot}. */
    void tangent(Parameters theta, Matrix beforeDot, Matrix afterDot) {
        for (int l = 0; l < layers.length; l++) {
            layers[l].tangent(theta, zero, l == 0 ? null : layers[l - 1].hDot, beforeDot, afterDot);
        }
    }

    /** Lets tangents keep what {@link #backwardTangent} needs. */
    void keepTangents() {
        for (LayerStep layer : layers) {
            layer.keepTangents();
        }
    }

    /** Tangent of {@link #backward}, after it and after {@link #tangent}; {@code beforeDot} may be {@code afterDot}. */
    void backwardTangent(Parameters theta, Matrix afterDot, Matrix topDot, Matrix beforeDot) {
        for (int l = layers.length - 1; l >= 0; l--) {
            Matrix above = l == layers.length - 1 ? topDot : fromAboveDot[l];
            layers[l].backwardTangent(theta, afterDot, above, l == 0 ? null : fromAboveDot[l - 1], beforeDot);
        }
    }
}
