package org.longspan.suite.exact;

import java.util.ArrayList;
import java.util.List;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Reductions;

/** Records ‖∂L/∂h(t)‖ at every backward step of a tanh network, batch by batch, t = T..1 in each. */
final class SignalNorms implements KernelReads {

    private final Reductions reductions;
    private final List<Double> norms = new ArrayList<>();

    SignalNorms(Reductions reductions) {
        this.reductions = reductions;
    }

    @Override
    public void matrices(String call, Matrix... arguments) {
        if (call.equals("flushingTanhBackward")) {
            Matrix dh = arguments[1];
            double sum = 0;
            for (int b = 0; b < dh.rows(); b++) {
                sum += reductions.sumOfSquares(dh.data(), dh.row(b), dh.columns());
            }
            norms.add(Math.sqrt(sum));
        }
    }

    @Override
    public void slice(String call, float[] a, int from, int n) {}

    /** Returns ‖∂L/∂h(1)‖ / ‖∂L/∂h(T)‖ for every batch of T steps. */
    List<Double> ratios(int steps) {
        List<Double> ratios = new ArrayList<>();
        for (int last = 0; last < norms.size(); last += steps) {
            ratios.add(norms.get(last + steps - 1) / norms.get(last));
        }
        return ratios;
    }
}
