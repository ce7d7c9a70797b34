package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.compare.CompareDocuments;
import org.longspan.reports.compare.ComparePage;
import org.longspan.reports.compare.Comparison;
import org.longspan.reports.json.JsonReport;

/** The files that a comparison is written into: those of a folder, a page, and a text of JSON; each may be null. */
record ComparisonFiles(Path folder, Path page, Path json) {

    private static final String HTML = "compare.html";
    private static final String JSON = "compare.json";

    /** A file, and what makes its content. */
    private record Target(PageFile file, Function<Comparison, String> text) {}

    /**
     * Refuses places that cannot hold the files, before anything is read.
     *
     * @throws UserError if one cannot
     */
    void require() {
        if (folder != null) {
            Path target = folder.toAbsolutePath().normalize();
            PageFile.requireParent(target, "--out " + folder);
            if (Files.exists(target) && !Files.isDirectory(target)) {
                throw new UserError("--out " + folder + ": this is a file, expected a folder or a name for a new one");
            }
        }
        named().forEach(target -> target.file().require());
    }

    private List<Target> named() {
        List<Target> targets = new ArrayList<>();
        if (page != null) {
            targets.add(new Target(new PageFile(page, "--page"), ComparisonFiles::html));
        }
        if (json != null) {
            targets.add(new Target(new PageFile(json, "--json"), ComparisonFiles::json));
        }
        return targets;
    }

    /** Writes the files and returns their paths. */
    List<Path> write(Comparison comparison) {
        List<Target> targets = new ArrayList<>();
        if (folder != null) {
            make(folder.toAbsolutePath().normalize());
            targets.add(new Target(new PageFile(folder.resolve(HTML), "--out"), ComparisonFiles::html));
            targets.add(new Target(new PageFile(folder.resolve(JSON), "--out"), ComparisonFiles::json));
        }
        targets.addAll(named());
        List<Path> written = new ArrayList<>();
        for (Target target : targets) {
            Supplier<String> text = () -> target.text().apply(comparison);
            written.add(target.file().write(text));
        }
        return written;
    }

    private void make(Path target) {
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new UserError("--out " + folder + " cannot be made: " + FileFailures.of(e), e);
        }
    }

    /** Returns the page. */
    static String html(Comparison comparison) {
        return ComparePage.html(comparison);
    }

    /** Returns the text for programs. */
    static String json(Comparison comparison) {
        return JsonReport.text(CompareDocuments.of(comparison));
    }
}
