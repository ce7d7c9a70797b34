package org.longspan.suite.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.harness.store.LeftOut;
import org.longspan.harness.store.StoredRun;
import org.longspan.reports.Report;
import org.longspan.reports.finding.Caveat;
import org.longspan.suite.text.MemoryHint;

/**
 * The absolute paths of a run's reports, which can be opened from anywhere.
 *
 * @param json for programs
 * @param html for people
 * @param leftOut what they leave out of the folder, line by line
 * @param costs why measured costs beside the folder could not be read; empty if they could, or if there are none
 */
record ReportFiles(Path json, Path html, List<String> leftOut, Optional<String> costs) {

    /** The results of the microbenchmarks, stored beside the folders of runs. */
    private static final String MICROBENCH = "microbench.json";

    /** Writes both reports from the results in {@code folder} into that folder. */
    static ReportFiles write(Path folder) {
        return write(folder, folder);
    }

    /**
     * Writes both reports from the results in {@code folder} into {@code out}, which is made if it is not there.
     *
     * @throws UserError if the folder holds no run or no results, or they cannot be written
     */
    static ReportFiles write(Path folder, Path out) {
        try {
            return made(folder, out);
        } catch (OutOfMemoryError e) {
            throw new UserError(
                    "the reports of " + folder + " do not fit into memory; all results are kept, and "
                            + MemoryHint.sentence() + " for longspan report " + folder,
                    e);
        }
    }

    private static ReportFiles made(Path folder, Path out) {
        StoredRun run = StoredRun.read(folder);
        if (run.results().isEmpty()) {
            throw empty(folder, run.leftOut().lost());
        }
        Path place = absolute(folder);
        Path target = absolute(out);
        Optional<Path> microbench = Optional.of(place.resolveSibling(MICROBENCH));
        try {
            Report report = Report.of(run.manifest(), run.results(), microbench, caveats(run.leftOut()));
            Files.createDirectories(target);
            List<Path> files =
                    (target.equals(place) ? report : report.ofRunIn(place)).writeTo(target, FolderFile::replace);
            return new ReportFiles(files.get(0), files.get(1), run.leftOut().sentences(), report.faultOfCosts());
        } catch (UncheckedIOException e) {
            throw unwritten(folder, out, e.getCause());
        } catch (IOException e) {
            throw unwritten(folder, out, e);
        }
    }

    private static UserError empty(Path folder, List<String> lost) {
        String why = lost.isEmpty() ? " yet" : ": " + String.join("; ", lost);
        return new UserError("folder " + folder + " holds no result of its current plan and code" + why
                + (lost.isEmpty() ? ", " : "; ") + "expected at least one; run the plan to make them");
    }

    private static List<Caveat> caveats(LeftOut leftOut) {
        return Stream.concat(
                        leftOut.lost().stream().map(text -> new Caveat("missing", "", sentence(text))),
                        leftOut.unchecked().stream().map(text -> new Caveat("unchecked", "", sentence(text))))
                .toList();
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static UserError unwritten(Path folder, Path out, IOException e) {
        return new UserError(
                "the reports in " + out + " cannot be written: " + FileFailures.of(e) + "; once that is fixed, "
                        + "longspan report " + folder + " makes them, and with --out DIR it writes them elsewhere",
                e);
    }
}
