package org.longspan.suite.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredRun;
import org.longspan.reports.Report;

/**
 * The absolute paths of a run's reports, which can be opened from anywhere.
 *
 * @param json for programs
 * @param html for people
 * @param leftOut what they leave out of the folder, line by line
 */
record ReportFiles(Path json, Path html, List<String> leftOut) {

    /** The results of the microbenchmarks, stored beside the folders of runs. */
    private static final String MICROBENCH = "microbench.json";

    /**
     * Writes both reports from the results in {@code folder}.
     *
     * @throws UserError if the folder holds no run or no results, or they cannot be written
     */
    static ReportFiles write(Path folder) {
        StoredRun run = StoredRun.read(folder);
        if (run.results().isEmpty()) {
            throw new UserError("folder " + folder + " holds no result of its current plan and code yet"
                    + (run.others() == 0 ? "" : ", only " + run.others() + " of other code or of an earlier plan")
                    + ", expected at least one; run the plan to make them");
        }
        Path place = folder.toAbsolutePath().normalize();
        Optional<Path> microbench = Optional.of(place.resolveSibling(MICROBENCH));
        try {
            List<Path> files =
                    Report.of(run.manifest(), run.results(), microbench).writeTo(place);
            return new ReportFiles(files.get(0), files.get(1), run.leftOut().sentences());
        } catch (UncheckedIOException e) {
            throw unwritten(folder, e.getCause());
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
    }

    private static UserError unwritten(Path folder, IOException e) {
        return new UserError(
                "the reports in " + folder + " cannot be written: " + FileFailures.of(e) + "; once that is fixed, "
                        + "longspan report " + folder + " makes them",
                e);
    }
}
