package org.longspan.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.longspan.reports.SyntheticRun.Fate;

/** Writes made-up reports to look at: {@code SyntheticReports FOLDER}. */
final class SyntheticReports {

    private SyntheticReports() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(SyntheticRun.quick(), folder.resolve("quick"));
        write(SyntheticRun.of(Fate.PLAUSIBLE, 8, 5, "standard", 4, 8), folder.resolve("forty"));
        write(SyntheticRun.of(Fate.NOTHING_SOLVED, 5, 6, "quick", 4, 2), folder.resolve("unsolved"));
        write(SyntheticRun.of(Fate.EVERYTHING_DIVERGED, 5, 6, "quick", 2, 2), folder.resolve("diverged"));
    }

    private static void write(SyntheticRun run, Path folder) throws IOException {
        Files.createDirectories(folder);
        Report.of(run.manifest(), run.results(), Optional.empty()).writeTo(folder, Files::write);
    }
}
