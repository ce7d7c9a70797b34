package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Workbench;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.clip.Threshold;
import org.longspan.probes.ClippedArm;

/**
 * The clippings of a plan whose thresholds have a unit, with that unit as it is measured in the block of a trial, even
 * where the plan states a threshold of its own. Left out are those without a unit, which have no multiples: none, and
 * those that follow ratios, percentiles or earlier norms. Left out too is a clipping that the trial's model or optimizer
 * does not allow, and one whose unit is no positive number at initialization.
 */
final class ComparedClippings {

    private final Workbench bench;
    private final List<Choice> clippings;

    ComparedClippings(Workbench bench, List<Choice> clippings) {
        this.bench = bench;
        this.clippings = List.copyOf(clippings);
    }

    List<ClippedArm> of(Trial trial) {
        List<ClippedArm> arms = new ArrayList<>();
        for (Choice clipping : comparable(trial)) {
            double[] units = bench.units(trial, scheme(clipping, 1));
            if (Arrays.stream(units).allMatch(unit -> unit > 0 && Double.isFinite(unit))) {
                arms.add(arm(clipping, units));
            }
        }
        return arms;
    }

    /** Returns them with 1 for every unit: nothing is measured, and they cost as much. */
    List<ClippedArm> unmeasured(Trial trial) {
        return comparable(trial).stream().map(clipping -> arm(clipping, 1)).toList();
    }

    private List<Choice> comparable(Trial trial) {
        return clippings.stream()
                .filter(clipping -> entry(clipping).settings().containsAll(Threshold.SETTINGS))
                .filter(clipping -> bench.sense()
                        .skip(trial.model(), trial.optimizer(), clipping)
                        .isEmpty())
                .toList();
    }

    private ClippedArm arm(Choice clipping, double... units) {
        return new ClippedArm(
                clipping.name(), multiple -> scheme(clipping, multiple).at(units));
    }

    private ClippingScheme scheme(Choice clipping, double multiple) {
        return entry(clipping).create(Threshold.relative(clipping.settings(), multiple));
    }

    private Entry<ClippingScheme> entry(Choice clipping) {
        return bench.methods().clippings().named(clipping.name());
    }
}
