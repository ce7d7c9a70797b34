package org.longspan.testkit;

import java.util.Set;
import org.longspan.model.cell.Activation;
import org.longspan.model.cell.SecondOrderCell;
import org.longspan.model.cell.SecondOrderRun;
import org.longspan.model.cell.SimpleRnnCell;
import org.longspan.model.cell.Unrolling;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Site;

/** A tanh cell with one flaw, or none where that is null. */
final class FlawedCell implements SecondOrderCell {

    private final SecondOrderCell sound;
    private final CellFlaw flaw;

    FlawedCell(int inputs, int hidden, CellFlaw flaw) {
        this.sound = new SimpleRnnCell(inputs, hidden, Activation.TANH);
        this.flaw = flaw;
    }

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
    public boolean supports(Curvature curvature) {
        return flaw != CellFlaw.HIDES_WHAT_IT_GIVES && sound.supports(curvature);
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        sound.addBlocks(prefix, layout);
    }

    @Override
    public SecondOrderRun open(Unrolling unrolling) {
        return new FlawedCellRun(sound.open(unrolling), sites(), unrolling.kernels(), flaw);
    }

    @Override
    public long runSize(int steps, int sequences) {
        return flaw == CellFlaw.RUN_OF_NOTHING ? 0 : sound.runSize(steps, sequences);
    }

    @Override
    public long tangentsSize(int steps, int sequences) {
        return sound.tangentsSize(steps, sequences);
    }
}
