package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.suite.catalogue.Catalogue;
import org.longspan.suite.catalogue.Section;
import org.longspan.suite.catalogue.Sheet;
import org.longspan.suite.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code longspan list optimizers}. */
@Command(
        name = "list",
        description = "Lists what a plan can name: each entry with its equation, source, and settings with "
                + "defaults and tuning ranges. Without a name it says which lists there are.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  longspan list optimizers adam                        one entry",
            "  longspan list clippings --brief                      one line for each entry",
            "  longspan list tasks --tasks my-tasks.jar             with your own tasks",
            "  longspan list optimizers --methods my-methods.jar    with your own optimizers"
        })
public final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LIST",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String list;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "One entry of that list; of tasks, a family or a family and its variant.")
    private final List<String> name = new ArrayList<>();

    @Option(names = "--brief", description = "One line for each entry.")
    private boolean brief;

    @Override
    public Integer call() {
        if (list != null && list.isBlank()) {
            throw new UserError("the name of the list is empty, expected one of " + String.join(", ", Catalogue.NAMES));
        }
        if (list != null && !Catalogue.NAMES.contains(list)) {
            throw new UserError("unknown list " + list + NameHint.hint(list, Catalogue.NAMES));
        }
        Terminal terminal = session.terminal();
        terminal.out()
                .print(text(Catalogue.of(session.tasks(), session.methods()), new Sheet(Ansi.AUTO, terminal.width())));
        terminal.out().flush();
        return ExitCode.OK;
    }

    private String text(Catalogue catalogue, Sheet sheet) {
        if (list == null) {
            return sheet.of(catalogue);
        }
        Section section = catalogue.section(list);
        if (!name.isEmpty()) {
            section = section.named(String.join(" ", name));
        }
        return brief ? sheet.brief(section) : sheet.of(section);
    }

    /** The names of all lists, for the help text. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Catalogue.NAMES.iterator();
        }
    }
}
