package org.longspan.model;

import java.util.Set;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.cell.RecurrentRun;
import org.longspan.model.cell.Unrolling;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** A cell in whose backward pass the cotangents of one gate have the wrong sign. */
record TurnedCell(RecurrentCell sound, int gate) implements RecurrentCell {

    @Override
    public int inputs() {
        return sound.inputs();
    }

    @Override
    public int outputs() {
        return sound.outputs();
    }

    @Override
    public Set<Site> sites() {
        return sound.sites();
    }

    @Override
    public int stateWidth() {
        return sound.stateWidth();
    }

    @Override
    public int innerStateWidth() {
        return sound.innerStateWidth();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        sound.addBlocks(prefix, layout);
    }

    @Override
    public RecurrentRun open(Unrolling unrolling) {
        return new Run(sound.open(unrolling), new Turn(gate * sound.outputs(), sound.outputs()));
    }

    @Override
    public long runSize(int steps, int sequences) {
        return sound.runSize(steps, sequences);
    }

    /** Turns {@code count} columns of the cotangents of pre-activations, from column {@code first} on. */
    private record Turn(int first, int count) implements SignalTransform {

        @Override
        public Site site() {
            return Site.PREACTIVATION;
        }

        @Override
        public boolean apply(float[] signal, int from, int width) {
            for (int j = from + first; j < from + first + count; j++) {
                signal[j] = -signal[j];
            }
            return true;
        }
    }

    private record Run(RecurrentRun sound, Turn turn) implements RecurrentRun {

        @Override
        public Matrix outputs() {
            return sound.outputs();
        }

        @Override
        public void prepare(Parameters theta) {
            sound.prepare(theta);
        }

        @Override
        public void forward(Parameters theta, Matrix x) {
            sound.forward(theta, x);
        }

        @Override
        public void backward(Parameters theta, Matrix dh, Matrix dx, SignalTransform perStep) {
            sound.backward(theta, dh, dx, turn);
        }

        @Override
        public void accumulate(float[] weights, Parameters gradient) {
            sound.accumulate(weights, gradient);
        }

        @Override
        public void accumulateSequence(int sequence, Parameters gradient) {
            sound.accumulateSequence(sequence, gradient);
        }

        @Override
        public void tangent(Parameters theta, Parameters thetaDot, Matrix xDot, Matrix hDot) {
            sound.tangent(theta, thetaDot, xDot, hDot);
        }
    }
}
