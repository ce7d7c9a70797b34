package org.longspan.harness.probe;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Workbench;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
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
        for (Choice clipping : clippings) {
            Entry<ClippingScheme> entry = bench.methods().clippings().named(clipping.name());
            boolean hasUnit = entry.settings().containsAll(Threshold.SETTINGS);
            if (hasUnit
                    && bench.sense()
                            .skip(trial.model(), trial.optimizer(), clipping)
                            .isEmpty()) {
                add(entry, clipping.settings(), trial, arms);
            }
        }
        return arms;
    }

    private void add(Entry<ClippingScheme> entry, Settings settings, Trial trial, List<ClippedArm> arms) {
        double[] units = bench.units(trial, entry.create(Threshold.relative(settings, 1)));
        for (double unit : units) {
            if (!(unit > 0) || Double.isInfinite(unit)) {
                return;
            }
        }
        arms.add(new ClippedArm(
                entry.name(),
                multiple -> entry.create(Threshold.relative(settings, multiple)).at(units)));
    }
}
