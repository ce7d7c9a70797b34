package org.longspan.reports.export;

import java.util.List;

/** The data dictionary: every column of every table, itself among them. */
public final class Dictionary {

    /** The table of all columns. */
    static final Table<Entry> TABLE = Table.<Entry>of("dictionary", "a column of a table")
            .text(
                    "table_name",
                    "the file ends in `.csv`",
                    entry -> entry.table().name())
            .text(
                    "column_name",
                    "as in the first line of the file",
                    entry -> entry.column().name())
            .text(
                    "type",
                    "`text`, `integer`, `number`, `boolean` or `time`",
                    entry -> entry.column().kind().word())
            .text("unit", "missing where it has none", entry -> entry.column().unit())
            .text("meaning", "half a sentence", entry -> entry.column().meaning());

    private Dictionary() {}

    /** A row of the dictionary. */
    record Entry(Table<?> table, Column<?> column) {}

    /** Returns every table, the dictionary last. */
    public static List<Table<?>> tables() {
        return List.of(
                RunTable.TABLE,
                TrialTable.TABLE,
                ResultTables.SETTINGS,
                ResultTables.UNITS,
                ResultTables.CURVES,
                ResultTables.STEPS,
                CellTable.TABLE,
                LookTables.LOOKS,
                LookTables.NUMBERS,
                TABLE);
    }

    /** Returns a row for each column of each table. */
    static List<Entry> entries() {
        return tables().stream()
                .flatMap(table -> table.columns().stream().map(column -> new Entry(table, column)))
                .toList();
    }

    /** Returns the dictionary in Markdown: a section for each table. */
    public static String markdown() {
        StringBuilder page = new StringBuilder();
        for (Table<?> table : tables()) {
            page.append("## `")
                    .append(table.file())
                    .append("`\n\nA row is ")
                    .append(table.row())
                    .append(".\n\n");
            page.append("| column | type | unit | meaning |\n| --- | --- | --- | --- |\n");
            for (Column<?> column : table.columns()) {
                page.append("| `")
                        .append(column.name())
                        .append("` | ")
                        .append(column.kind().word());
                page.append(" | ")
                        .append(column.unit())
                        .append(" | ")
                        .append(column.meaning())
                        .append(" |\n");
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }
}
