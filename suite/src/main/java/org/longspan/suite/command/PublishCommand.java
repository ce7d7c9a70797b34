package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.site.SiteDocument;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.SiteLists;
import org.longspan.suite.site.SiteFolder;
import org.longspan.suite.text.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan publish runs/quick --site site}. */
@Command(
        name = "publish",
        description =
                "Adds runs, comparisons of them and the answers of claims to a static site: an index with the answers"
                        + " of each run, the reports, what is needed to check them, and the catalogue. It works from"
                        + " any web server's folder and from a disk. What it holds stays as it is; a run that is"
                        + " published again keeps its address.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan publish runs/quick --site site               makes the site, or adds the run to it",
            "  longspan publish runs/standard runs/claims --site site",
            "  longspan publish --site site --compare quick-3f2ab1c0,quick-90de4b77",
            "  longspan publish runs/mine --site site --compare quick-3f2ab1c0,runs/mine",
            "  longspan publish --site site --remove quick-3f2ab1c0",
            "",
            "A run is named by its plan and the first digits of the digest of its results."
        })
public final class PublishCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..*",
            description = "The folder of a run, such as runs/quick, or of claims, such as runs/claims.")
    private final List<Path> folders = new ArrayList<>();

    @Option(
            names = "--site",
            paramLabel = "OUT",
            required = true,
            description = "The folder of the site, made if it is not there. It holds nothing else: a folder with other "
                    + "files is refused.")
    private Path out;

    @Option(names = "--title", paramLabel = "TEXT", description = "The title of the site, from now on.")
    private String title;

    @Option(
            names = "--compare",
            paramLabel = "A,B",
            description = "Publish the comparison of two runs of the site or more, as longspan compare A B makes it: A"
                    + " is the base. Each is a run's name on the site, or the folder of a run that is on it or comes"
                    + " with this command; may be repeated.")
    private final List<String> compared = new ArrayList<>();

    @Option(
            names = "--remove",
            paramLabel = "NAME",
            description = "Take a run, with its comparisons, or a comparison, or the claims from the site; may be "
                    + "repeated.")
    private final List<String> removed = new ArrayList<>();

    @Option(
            names = "--keep-others",
            description = "Publish into a folder that holds other files too. They stay as they are.")
    private boolean keepsOthers;

    @Override
    public Integer call() {
        try (SiteFolder folder = SiteFolder.open(out, keepsOthers)) {
            if (folders.isEmpty() && folder.document().isEmpty()) {
                throw new UserError("no DIR is given and " + out + " is no site yet, expected the folder of a run");
            }
            SiteChange change = new SiteChange(
                    folder, SiteLists.of(Catalogue.of(session.tasks(), session.methods()), Version.number()));
            if (title != null) {
                change.title(title);
            }
            removed.forEach(change::remove);
            for (Path from : folders) {
                change.add(from).forEach(session.terminal().err()::println);
            }
            compared.forEach(change::compare);
            warn(folder, change.site());
            say(change.publish());
            say(folder.index().toString());
        }
        return ExitCode.OK;
    }

    /** A page that somebody has deleted would be a link into nowhere. */
    private void warn(SiteFolder folder, SiteDocument next) {
        Set<String> lost = new TreeSet<>(folder.missing());
        lost.retainAll(next.files());
        lost.removeIf(path -> folder.isAside(path));
        lost.forEach(path -> session.terminal()
                .err()
                .println("warning: " + path + " of the site is missing: publish it again, or --remove it"));
    }

    private void say(Set<String> changed) {
        changed.forEach(path -> say("  " + path));
        if (changed.isEmpty()) {
            say("nothing has changed");
        }
    }

    private void say(String line) {
        session.terminal().out().println(line);
        session.terminal().out().flush();
    }
}
