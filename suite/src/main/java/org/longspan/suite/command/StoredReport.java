package org.longspan.suite.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.harness.store.LeftOut;
import org.longspan.harness.store.LockState;
import org.longspan.harness.store.RunArchive;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.Report;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.summary.HeldResults;
import org.longspan.suite.text.MemoryHint;

/**
 * The report of a run's folder, and the files that can be made of it. Paths that it returns can be opened from
 * anywhere.
 */
final class StoredReport {

    /** The results of the microbenchmarks, stored beside the folders of runs. */
    private static final String MICROBENCH = "microbench.json";

    private final Path folder;
    private final Report report;
    private final LeftOut leftOut;
    private final LockState lock;

    private StoredReport(Path folder, Report report, LeftOut leftOut, LockState lock) {
        this.folder = folder;
        this.report = report;
        this.leftOut = leftOut;
        this.lock = lock;
    }

    /**
     * Reads the results in {@code folder}.
     *
     * @throws UserError if the folder holds no run or no results
     */
    static StoredReport of(Path folder) {
        return inMemory(folder, () -> {
            LockState lock = LockState.of(folder); // first: results that come after it are but more
            return read(folder, lock, StoredLines.of(folder), manifest -> manifest);
        });
    }

    /**
     * A report that strangers read, and the results that it tells of: none that came to the folder later.
     *
     * @param stored the report
     * @param lines its results
     */
    record Published(StoredReport stored, StoredLines lines) {}

    /**
     * Reads the results in {@code folder} for a report that strangers read: no path of this machine is in it.
     *
     * @throws UserError if the folder holds no run or no results
     */
    static Published published(Path folder) {
        return inMemory(folder, () -> {
            LockState lock = LockState.of(folder);
            StoredLines lines = StoredLines.of(folder);
            return new Published(read(folder, lock, lines, RunArchive::published), lines);
        });
    }

    private static StoredReport read(Path folder, LockState lock, StoredLines run, UnaryOperator<Manifest> shown) {
        if (run.size() == 0) {
            throw empty(folder, run.leftOut().lost());
        }
        HeldResults results = new HeldResults();
        ResultsDigest digest = new ResultsDigest();
        run.forEach(stored -> {
            results.add(stored);
            digest.add(stored);
        });
        Optional<Path> microbench = Optional.of(absolute(folder).resolveSibling(MICROBENCH));
        List<ProbeRecord> looks = new ArrayList<>();
        run.looks().forEach(looks::add);
        Report report = Report.of(
                        shown.apply(run.manifest()), results, digest.hex(), microbench, caveats(run.leftOut(), lock))
                .withLooks(looks, UnitCliffTables.all());
        return new StoredReport(folder, report, run.leftOut(), lock);
    }

    /** Returns the folder that it was read from. */
    Path folder() {
        return folder;
    }

    /** Returns the report itself. */
    Report report() {
        return report;
    }

    /** Returns what the report leaves out of the folder, and why measured costs beside it could not be read. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        lock.sentence().ifPresent(notes::add);
        notes.addAll(leftOut.sentences());
        faultOfCosts().ifPresent(notes::add);
        return notes;
    }

    /** Returns why measured costs beside the folder could not be read; empty if they could, or if there are none. */
    Optional<String> faultOfCosts() {
        return report.faultOfCosts();
    }

    /**
     * Writes both reports into {@code out}, which is made if it is not there, and returns their paths.
     *
     * @throws UserError if they cannot be written
     */
    List<Path> write(Path out) {
        Path place = absolute(folder);
        Path target = absolute(out);
        Report located = target.equals(place) ? report : report.ofRunIn(place);
        String elsewhere = "; once that is fixed, longspan report " + folder
                + " makes them, and with --out DIR it writes" + " them elsewhere";
        return written("the reports in " + out, elsewhere, () -> {
            Files.createDirectories(target);
            return located.writeTo(target, FolderFile::replace);
        });
    }

    /**
     * Writes every figure into {@code out}, which is made if it is not there, and returns its path. Other files in it
     * stay.
     *
     * @throws UserError if they cannot be written
     */
    Path writeFigures(Path out) {
        return writeInto(out, "--figures", "the figures", target -> report.writeFiguresTo(target, FolderFile::replace));
    }

    /**
     * Writes the pictures that tell how to read a report, with those of this run, into {@code out} as figures are.
     *
     * @throws UserError if they cannot be written
     */
    Path writeGuide(Path out) {
        return writeInto(out, "--guide", "the pictures", target -> report.writeGuideTo(target, FolderFile::replace));
    }

    /** Puts files into a folder. */
    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private Path writeInto(Path out, String option, String what, Filling filling) {
        Path target = absolute(out);
        PageFile.requireParent(target, option + " " + out);
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new UserError(option + " " + out + ": this is a file, expected a folder or a name for a new one");
        }
        return written(what + " in " + out, "", () -> {
            if (!Files.isDirectory(target)) {
                Files.createDirectory(target);
            }
            filling.fill(target);
            return target;
        });
    }

    /**
     * Writes the page into {@code file} and returns its path.
     *
     * @throws UserError if it cannot be written
     */
    Path writePage(Path file) {
        return inMemory(
                folder,
                () -> new PageFile(file, "--page")
                        .write(() -> report.ofRunIn(folder).html()));
    }

    /** Makes and writes files. */
    private interface Writing<T> {
        T write() throws IOException;
    }

    private <T> T written(String what, String advice, Writing<T> writing) {
        return inMemory(folder, () -> {
            try {
                return writing.write();
            } catch (UncheckedIOException e) {
                throw unwritten(what, advice, e.getCause());
            } catch (IOException e) {
                throw unwritten(what, advice, e);
            }
        });
    }

    private static UserError unwritten(String what, String advice, IOException e) {
        return new UserError(what + " cannot be written: " + FileFailures.of(e) + advice, e);
    }

    private static <T> T inMemory(Path folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError e) {
            throw new UserError(
                    "the reports of " + folder + " do not fit into memory; all results are kept, and "
                            + MemoryHint.sentence() + " for longspan report " + folder,
                    e);
        }
    }

    /** Returns why nothing can be said of a folder without results. */
    static UserError empty(Path folder, List<String> lost) {
        String why = lost.isEmpty() ? " yet" : ": " + String.join("; ", lost);
        return new UserError("folder " + folder + " holds no result of its current plan and code" + why
                + (lost.isEmpty() ? ", " : "; ") + "expected at least one; run the plan to make them");
    }

    private static List<Caveat> caveats(LeftOut leftOut, LockState lock) {
        List<Caveat> caveats = new ArrayList<>();
        if (lock.isHeld()) {
            caveats.add(new Caveat("missing", "", "The run was still going on when this report was made."));
        }
        leftOut.lost().forEach(text -> caveats.add(new Caveat("missing", "", sentence(text))));
        leftOut.unchecked().forEach(text -> caveats.add(new Caveat("unchecked", "", sentence(text))));
        return caveats;
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
