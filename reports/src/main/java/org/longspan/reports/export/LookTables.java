package org.longspan.reports.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;

/** The tables of what probes found: their looks, and every number that a look measured. */
final class LookTables {

    /** A look of a probe at a trial. */
    static final Table<ProbeRecord> LOOKS = Table.<ProbeRecord>of("looks", "a look of a probe at a trial")
            .text("trial", "id of the trial", look -> look.trial().value())
            .text("probe", "name of the probe", look -> look.look().probe())
            .text(
                    "moment",
                    "a number of updates, `solved` or `end`",
                    look -> look.look().moment())
            .whole(
                    "updates",
                    "updates",
                    "made until then; of the whole trial if the moment never came",
                    look -> look.look().updates())
            .text(
                    "finding",
                    "`measured`, `skipped` or `failed`",
                    look -> kind(look.look().finding()))
            .text(
                    "reason",
                    "why nothing was measured, or what went wrong",
                    look -> reason(look.look().finding()))
            .text(
                    "notes",
                    "what could not be measured and why, parted by semicolons",
                    look -> notes(look.look().finding()))
            .text("code", "SHA-256 of the code that made the look", ProbeRecord::code)
            .number("seconds", "s", "wall time of the look", look -> look.look().seconds());

    /** A number that a look measured. */
    static final Table<Number> NUMBERS = Table.<Number>of("probes", "a number that a look measured")
            .text("trial", "id of the trial", row -> row.record().trial().value())
            .text("probe", "name of the probe", row -> row.look().probe())
            .text(
                    "moment",
                    "a number of updates, `solved` or `end`",
                    row -> row.look().moment())
            .text("probe_table", "name of the probe's table; missing of a single number", Number::table)
            .whole("table_row", "", "of that table, from 0; missing of a single number", Number::row)
            .text("quantity", "name of the number, or of the table's column", Number::quantity)
            .number("value", "", "missing where there is none, such as a horizon that is not reached", Number::value);

    private LookTables() {}

    /**
     * A row of the table of numbers.
     *
     * @param record of the look
     * @param table that it stands in; null of a single number
     * @param row of that table; null of a single number
     * @param quantity its name
     * @param value NaN if there is none
     */
    record Number(ProbeRecord record, String table, Integer row, String quantity, double value) {

        ProbeLook look() {
            return record.look();
        }

        /** Receives the numbers of a look one by one, for a table of every update has many. */
        interface Receiver {
            void take(Number number) throws IOException;
        }

        /** Passes on every number of a look: single ones by name, then each table row by row. */
        static void forEach(ProbeRecord record, Receiver receiver) throws IOException {
            if (!(record.look().finding() instanceof ProbeFinding.Measured measured)) {
                return;
            }
            for (Map.Entry<String, Double> number : measured.numbers().entrySet()) {
                receiver.take(new Number(record, null, null, number.getKey(), number.getValue()));
            }
            for (ProbeFinding.Table table : measured.tables()) {
                List<Map.Entry<String, List<Double>>> columns =
                        new ArrayList<>(table.columns().entrySet());
                for (int row = 0; row < table.rows(); row++) {
                    for (Map.Entry<String, List<Double>> column : columns) {
                        double value = column.getValue().get(row);
                        receiver.take(new Number(record, table.name(), row, column.getKey(), value));
                    }
                }
            }
        }
    }

    private static String kind(ProbeFinding finding) {
        if (finding instanceof ProbeFinding.Measured) {
            return "measured";
        }
        return finding instanceof ProbeFinding.Skipped ? "skipped" : "failed";
    }

    private static String reason(ProbeFinding finding) {
        if (finding instanceof ProbeFinding.Skipped skipped) {
            return skipped.reason();
        }
        return finding instanceof ProbeFinding.Failed failed ? failed.error() : null;
    }

    private static String notes(ProbeFinding finding) {
        return finding instanceof ProbeFinding.Measured measured ? String.join("; ", measured.notes()) : null;
    }
}
