package org.longspan.suite.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.longspan.reports.export.Column;
import org.longspan.reports.export.Dictionary;
import org.longspan.reports.export.Table;
import org.longspan.suite.stored.StoredFile;

/** {@code docs/exported-tables.md} ends in the dictionary. */
class ExportedTablesPageTest {

    private static final StoredFile PAGE = new StoredFile(Path.of("../docs/exported-tables.md"));

    @Test
    void thePageDescribesEveryColumnOfEveryTable() throws IOException {
        String page = PAGE.text();
        String dictionary = Dictionary.markdown();
        int begin = page.indexOf(dictionary.lines().findFirst().orElseThrow());
        String words = begin < 0 ? page : page.substring(0, begin);

        PAGE.holds(words.stripTrailing() + "\n\n" + dictionary);
    }

    @Test
    void everyNameSuitsADatabase() {
        for (Table<?> table : Dictionary.tables()) {
            assertThat(table.name()).matches("[a-z]+(_[a-z]+)*");
            assertThat(table.columns())
                    .extracting(Column::name)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
            assertThat(table.columns()).allSatisfy(column -> {
                assertThat(column.meaning()).isNotBlank().doesNotContain("|", "\n");
                assertThat(column.unit()).doesNotContain("|", "\n");
            });
        }
    }
}
