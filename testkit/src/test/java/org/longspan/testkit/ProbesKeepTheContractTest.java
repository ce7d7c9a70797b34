package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.probes.Probe;
import org.longspan.probes.Probes;

/** Every probe of the list keeps the contract. */
@ParameterizedClass(allowZeroInvocations = true) // -Dlongspan.only may name none of them
@MethodSource("entries")
class ProbesKeepTheContractTest extends ProbeContract {

    @Parameter
    private Entry<Probe> entry;

    static List<Entry<Probe>> entries() {
        return Chosen.of(Probes.all());
    }

    @Override
    protected Entry<Probe> probeEntry() {
        return entry;
    }

    /** A few sequences and products show as much of a contract as many. */
    @Override
    protected Settings settings() {
        Settings few = Settings.NONE;
        for (Setting setting : entry.settings()) {
            double fewer = Math.min(10, (double) setting.defaultValue());
            few = few.with(setting.name(), fewer);
        }
        return few;
    }

    @Test
    void itsNameStandsOnceInTheList() {
        assertThat(Probes.all()).filteredOn(e -> e.name().equals(entry.name())).containsExactly(entry);
    }
}
