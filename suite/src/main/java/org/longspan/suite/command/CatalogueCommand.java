package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.CataloguePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan catalogue docs/catalogue.md}: for contributors who add to a list. */
@Command(
        name = "catalogue",
        hidden = true,
        description = "Writes the lists of this build, without plug-ins, as a page of documentation.")
public final class CatalogueCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file to write. Default: standard output.")
    private Path file;

    @Override
    public Integer call() {
        String page = CataloguePage.of(Catalogue.ofThisBuild());
        if (file == null) {
            session.terminal().out().print(page);
            session.terminal().out().flush();
            return ExitCode.OK;
        }
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UserError(
                    "cannot write " + file + " (" + FileFailures.of(e) + "), expected a place for a file", e);
        }
        return ExitCode.OK;
    }
}
