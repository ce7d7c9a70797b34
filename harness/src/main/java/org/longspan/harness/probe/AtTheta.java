package org.longspan.harness.probe;

import org.longspan.harness.key.Axes;
import org.longspan.harness.run.TrainingView;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.probes.Probe;
import org.longspan.probes.ProbeResult;
import org.longspan.probes.Probes;
import org.longspan.probes.Subject;

/** A probe that looks at the weights which the run would hand out at a moment. */
final class AtTheta implements Instrument {

    private final String name;
    private final Probe probe;
    private final ComparedClippings clippings;
    private TrainingView run;

    AtTheta(String name, ComparedClippings clippings) {
        this(name, Probes.named(name).create(Settings.NONE), clippings);
    }

    AtTheta(String name, Probe probe, ComparedClippings clippings) {
        this.name = name;
        this.probe = probe;
        this.clippings = clippings;
    }

    @Override
    public void begins(TrainingView run) {
        this.run = run;
    }

    @Override
    public ProbeResult look(String moment, long updates) {
        Parameters theta = run.answer();
        double square = run.network().kernels().reductions().sumOfSquares(theta.data(), 0, theta.size());
        if (!Double.isFinite(square)) {
            return new ProbeResult.Skipped("the weights are not finite: the run diverged");
        }
        return probe.ask(new Subject(
                run.network(),
                theta,
                run.task(),
                run.dataSeed(),
                Axes.probe(run.trial(), name, moment),
                clippings.of(run.trial())));
    }
}
