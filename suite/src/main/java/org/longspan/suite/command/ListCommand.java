package org.longspan.suite.command;

import java.util.Iterator;
import java.util.concurrent.Callable;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.Sheet;
import org.longspan.suite.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan list optimizers}. */
@Command(
        name = "list",
        description = "Lists what a plan can name: each entry with its equation, source, and settings with "
                + "defaults and tuning ranges.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan list clippings",
            "  longspan list tasks --tasks my-tasks.jar             with your own tasks",
            "  longspan list optimizers --methods my-methods.jar    with your own optimizers"
        })
public final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            paramLabel = "LIST",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String list;

    @Override
    public Integer call() {
        if (!Catalogue.NAMES.contains(list)) {
            throw new UserError("unknown list " + list + NameHint.hint(list, Catalogue.NAMES));
        }
        Terminal terminal = session.terminal();
        Catalogue catalogue = Catalogue.of(session.tasks(), session.methods());
        terminal.out().print(new Sheet(Ansi.AUTO, terminal.width()).of(catalogue.section(list)));
        terminal.out().flush();
        return ExitCode.OK;
    }

    /** The names of all lists, for the help text. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Catalogue.NAMES.iterator();
        }
    }
}
