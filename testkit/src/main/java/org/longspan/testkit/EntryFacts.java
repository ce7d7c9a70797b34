package org.longspan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;

/** Facts about the description of every catalogue entry. */
abstract class EntryFacts {

    /** Returns the entry under test. */
    abstract Entry<?> entry();

    @Test
    void itHasANameASentenceAnEquationAndACitation() {
        assertThat(entry().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(entry().summary()).matches("(?s)[A-Z].*\\.");
        assertThat(entry().equation()).isNotBlank();
        assertThat(entry().citation()).as("the year of the source").containsPattern("\\b(19|20)\\d\\d\\b");
    }

    @Test
    void itsDefaultsAreCompleteAndValid() {
        assertThat(entry().settings()).extracting(Setting::name).doesNotHaveDuplicates();
        for (Setting setting : entry().settings()) {
            assertThat(setting.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(setting.meaning()).as(setting.name()).isNotBlank();
            assertThat(setting.check(setting.defaultValue())).as(setting.name()).isEqualTo(setting.defaultValue());
        }
        assertThat((Object) entry().create(Settings.NONE)).isNotNull();
    }

    @Test
    void everyValueOfASearchRangeIsValid() {
        for (Setting setting : entry().settings()) {
            Optional<SearchRange> range = setting.search();
            for (double u : new double[] {0, 0.25, 0.5, 0.75, Math.nextDown(1.0)}) {
                range.ifPresent(r -> assertThat(setting.check(r.at(u))).isEqualTo(r.at(u)));
            }
        }
    }

    @Test
    void anUnknownSettingIsRefusedByName() {
        assertThatThrownBy(() -> entry().create(Settings.NONE.with("no-such-setting", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(entry().name(), "no-such-setting");
    }

    /** Returns whether an entry has a setting of that name. */
    static boolean has(Entry<?> entry, String setting) {
        return entry.settings().stream().anyMatch(one -> one.name().equals(setting));
    }
}
