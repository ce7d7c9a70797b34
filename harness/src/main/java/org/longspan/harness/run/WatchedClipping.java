package org.longspan.harness.run;

import org.longspan.numerics.Kernels;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.oracle.ExampleWeight;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;
import org.longspan.optim.Clipping;
import org.longspan.optim.StepReport;

/** A clipping that also records whether it changed anything in a step. Recording does not affect any result. */
final class WatchedClipping {

    private final Clipping watched;
    private boolean changed;

    WatchedClipping(Clipping clipping) {
        SignalTransform perStep = clipping.seams().perStep();
        ExampleWeight perExample = clipping.seams().perExample();
        GradientSeams seams = new GradientSeams(
                perStep == null ? null : new Watch(perStep), perExample == null ? null : watch(perExample));
        this.watched = new Clipping(clipping.name(), seams, clipping.perUpdate(), clipping.laws());
    }

    /** Returns the clipping to use. */
    Clipping clipping() {
        return watched;
    }

    /** Returns whether anything was changed since the last call. */
    boolean changedIn(StepReport report) {
        boolean any = changed || Double.compare(report.gradientNorm, report.clippedNorm) != 0;
        changed = false;
        return any;
    }

    private ExampleWeight watch(ExampleWeight weight) {
        return norm -> {
            double factor = weight.weight(norm);
            changed |= factor != 1;
            return factor;
        };
    }

    private final class Watch implements SignalTransform {

        private final SignalTransform transform;

        Watch(SignalTransform transform) {
            this.transform = transform;
        }

        @Override
        public Site site() {
            return transform.site();
        }

        @Override
        public boolean apply(float[] signal, int from, int width) {
            return noted(transform.apply(signal, from, width));
        }

        @Override
        public boolean apply(Matrix signal, Kernels kernels) {
            return noted(transform.apply(signal, kernels));
        }

        private boolean noted(boolean any) {
            changed |= any;
            return any;
        }
    }
}
