package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.Role;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.oracle.SignalTransform;
import org.longspan.numerics.oracle.Site;

/** What every cell promises of the signals of its passes; part of {@link CellContract}. */
abstract class CellSignalFacts {

    final Kernels plain = PlainKernels.create();

    /** Returns the cell's entry in its list. */
    protected abstract Entry<CellFactory> entry();

    final RecurrentCell cell() {
        return entry().create(Settings.NONE).cell(CellRun.INPUTS, CellRun.HIDDEN);
    }

    final CellRun run() {
        return new CellRun(cell(), plain);
    }

    // Signals.

    @Test
    void aTransformSeesEveryRowOfItsSiteOnceAndTheIdentityChangesNoBit() {
        for (Site site : cell().sites()) {
            int[] rows = {0};
            CellRun run = run().forward();
            run.backward(new RowTransform(site, (signal, from, width) -> {
                rows[0]++;
                return false;
            }));
            assertThat(rows[0]).as(site.name()).isEqualTo(CellRun.ROWS);
            CellRun plainRun = run().forward().backward(null);
            assertThat(run.dh.data()).as(site.name()).isEqualTo(plainRun.dh.data());
            assertThat(run.dx.data()).as(site.name()).isEqualTo(plainRun.dx.data());
        }
    }

    @Test
    void aZeroedSignalReachesNoWeightAndNoInputFromHiddenAndPreactivation() {
        Set<Site> sites = EnumSet.copyOf(cell().sites());
        sites.retainAll(EnumSet.of(Site.HIDDEN, Site.PREACTIVATION));
        for (Site site : sites) {
            CellRun run = run().forward().backward(new RowTransform(site, (signal, from, width) -> {
                Arrays.fill(signal, from, from + width, 0f);
                return true;
            }));
            run.unrolled.accumulate(null, run.gradient);
            assertThat(CellRun.nonZeros(run.dx.data()) + CellRun.nonZeros(ofWeights(run.gradient)))
                    .as(site.name())
                    .isZero();
        }
    }

    /** Returns all blocks but the initial state, which a signal may reach past every weight. */
    private static float[][] ofWeights(Parameters gradient) {
        return gradient.layout().blocks().stream()
                .filter(block -> block.role() != Role.INITIAL_STATE)
                .map(block -> gradient.block(block.name()).toArray())
                .toArray(float[][]::new);
    }

    @Test
    void aSiteThatItDoesNotHaveIsRefused() {
        Set<Site> missing = EnumSet.complementOf(EnumSet.copyOf(cell().sites()));
        for (Site site : missing) {
            CellRun run = run().forward();
            assertThatThrownBy(() -> run.backward(new RowTransform(site, (signal, from, width) -> false)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(site.name());
        }
    }

    // Speed.

    @Test
    void nothingUnderTheFloorIsLeftWhetherSignalsVanishOrNot() {
        for (float scale : new float[] {1e-30f, 1e-6f, 1e-3f, 1f, 1e3f}) {
            CellRun run = run();
            run.w.fill(0f);
            run.w.rows(CellRun.ROWS - CellRun.SEQUENCES, CellRun.SEQUENCES).fill(1e-3f * scale);
            run.theta.scale(scale);
            run.fixed.scale(scale);
            Parameters thetaDot = run.theta.copy();
            thetaDot.scale(1e-3f);
            run.all(null).tangent(thetaDot, null);

            assertThat(CellRun.underTheFloor(run.outputs(), run.dh.data(), run.dx.data(), run.hDot.data()))
                    .as("weights of %s", scale)
                    .isZero();
        }
    }

    @Test
    void passesAllocateNothing() {
        CellRun run = run();
        Parameters thetaDot = run.theta.copy();
        float[] weights = {1f, 0.5f, 1f, 1f};
        SignalTransform identity = new RowTransform(Site.HIDDEN, (signal, from, width) -> false);

        assertThat(Allocation.of(() -> {
                    run.all(null).tangent(thetaDot, null);
                    run.all(weights).backward(identity);
                    run.unrolled.accumulateSequence(1, run.gradient);
                }))
                .isZero();
    }
}
