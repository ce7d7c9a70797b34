package org.longspan.reports.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.SolvedStep;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.export.LookTables.Number;
import org.longspan.reports.export.ResultTables.CurveRow;
import org.longspan.reports.export.ResultTables.SettingRow;
import org.longspan.reports.export.ResultTables.StepRow;
import org.longspan.reports.export.ResultTables.UnitRow;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.CellResult;
import org.longspan.reports.summary.Run;
import org.longspan.reports.summary.SharedParts;

/**
 * Writes the records of a run as tables. What is long of a result, its curve above all, is written as it comes; what
 * the cells and the rows of trials need is kept, about a kilobyte of each result.
 *
 * <pre>{@code
 * try (Export export = new Export(manifest, file -> Files.newBufferedWriter(folder.resolve(file)))) {
 *     results.forEach(export::add);
 *     looks.forEach(export::add);
 *     export.finish();
 * }
 * }</pre>
 */
public final class Export implements Closeable {

    private final Manifest manifest;
    private final Map<String, CsvFile<?>> files = new LinkedHashMap<>();
    private final CsvFile<SettingRow> settings;
    private final CsvFile<UnitRow> units;
    private final CsvFile<CurveRow> curves;
    private final CsvFile<StepRow> steps;
    private final CsvFile<ProbeRecord> looks;
    private final CsvFile<Number> numbers;
    private final SharedParts shared = new SharedParts();
    private final List<StoredResult> results = new ArrayList<>();
    private final ResultsDigest digest = new ResultsDigest();
    private final Place place;

    /** Opens the files of the tables. */
    public interface Place {

        /** Returns what writes the new file of that name, as UTF-8. */
        Writer open(String file) throws IOException;
    }

    /**
     * Begins the tables.
     *
     * @throws IOException if a file cannot be written
     */
    public Export(Manifest manifest, Place place) throws IOException {
        this.manifest = manifest;
        this.place = place;
        this.settings = begin(ResultTables.SETTINGS);
        this.units = begin(ResultTables.UNITS);
        this.curves = begin(ResultTables.CURVES);
        this.steps = begin(ResultTables.STEPS);
        this.looks = begin(LookTables.LOOKS);
        this.numbers = begin(LookTables.NUMBERS);
    }

    private <R> CsvFile<R> begin(Table<R> table) throws IOException {
        CsvFile<R> file = new CsvFile<>(table, place.open(table.file()));
        files.put(table.file(), file);
        return file;
    }

    /**
     * Adds a result, which follows the last one by its id.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(StoredResult stored) {
        try {
            for (SettingRow row : SettingRow.of(stored.id(), stored.trial())) {
                settings.add(row);
            }
            for (UnitRow row : UnitRow.of(stored)) {
                units.add(row);
            }
            for (CurvePoint point : stored.result().curve()) {
                curves.add(new CurveRow(stored.id(), point));
            }
            for (SolvedStep step : stored.result().steps()) {
                steps.add(new StepRow(stored.id(), step));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.add(stored);
        results.add(shared.brief(stored));
    }

    /**
     * Adds what a probe found.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void add(ProbeRecord look) {
        try {
            looks.add(look);
            Number.forEach(look, numbers::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what follows from all results, and returns the number of rows of each file, in the dictionary's order.
     *
     * @throws IOException if it cannot be written
     */
    public Map<String, Long> finish() throws IOException {
        ArrangedRun arranged = ArrangedRun.of(manifest, results);
        trials(arranged);
        CsvFile<CellTable.Row> cells = begin(CellTable.TABLE);
        for (CellResult cell : arranged.cells()) {
            cells.add(new CellTable.Row(arranged, cell));
        }
        begin(RunTable.TABLE).add(new RunTable.Row(manifest, results.size(), digest.hex()));
        CsvFile<Dictionary.Entry> dictionary = begin(Dictionary.TABLE);
        for (Dictionary.Entry entry : Dictionary.entries()) {
            dictionary.add(entry);
        }
        close();
        Map<String, Long> rows = new LinkedHashMap<>();
        Dictionary.tables()
                .forEach(table -> rows.put(table.file(), files.get(table.file()).rows()));
        return rows;
    }

    private void trials(ArrangedRun arranged) throws IOException {
        Map<TrialId, Run> counted = new HashMap<>(); // never iterated
        arranged.runs().forEach(run -> counted.put(run.stored().id(), run));
        CsvFile<TrialRow> trials = begin(TrialTable.TABLE);
        for (StoredResult stored : results) {
            Optional<Run> run = Optional.ofNullable(counted.get(stored.id()));
            trials.add(new TrialRow(stored, End.of(stored.result().outcome()), arranged, run));
        }
    }

    /** Closes all files. */
    @Override
    public void close() throws IOException {
        for (CsvFile<?> file : files.values()) {
            file.close();
        }
    }
}
