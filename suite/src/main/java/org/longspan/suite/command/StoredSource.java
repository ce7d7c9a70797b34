package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.StoredLines;
import org.longspan.reports.compare.RunSource;

/**
 * The results in a run's folder, read one at a time.
 *
 * @param name of the run: its folder as it was given, or its name on a site
 * @param folder of the run
 * @param lines its results
 */
record StoredSource(String name, Path folder, StoredLines lines) implements RunSource {

    /**
     * Opens the folders of runs.
     *
     * @throws UserError if one holds no run or no result, or if one is given twice
     */
    static List<StoredSource> of(List<Path> folders) {
        List<Path> places = new ArrayList<>();
        List<StoredSource> sources = new ArrayList<>();
        for (Path folder : folders) {
            StoredLines lines = StoredLines.of(folder);
            Path place = place(folder);
            int before = places.indexOf(place);
            if (before >= 0) {
                Path first = folders.get(before);
                throw new UserError((first.equals(folder)
                                ? folder + " is given twice"
                                : first + " and " + folder + " are one folder")
                        + ", expected different runs: a run is equal to itself");
            }
            places.add(place);
            sources.add(new StoredSource(folder.toString(), folder, lines));
        }
        return sources;
    }

    private static Path place(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    @Override
    public Manifest manifest() {
        return lines.manifest();
    }

    @Override
    public List<String> notes() {
        return lines.leftOut().sentences();
    }

    @Override
    public void forEach(Consumer<StoredResult> consumer) {
        boolean[] any = {false};
        lines.forEach(result -> {
            any[0] = true;
            consumer.accept(result);
        });
        if (!any[0]) {
            throw StoredReport.empty(folder, lines.leftOut().lost());
        }
    }

    @Override
    public Optional<StoredResult> find(TrialId id) {
        return lines.find(id);
    }
}
