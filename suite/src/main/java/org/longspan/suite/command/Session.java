package org.longspan.suite.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.remote.CellExecutor;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Terminal;

/** The surroundings of a command: terminal, tasks, methods and checkout. */
public interface Session {

    /** Returns the terminal that commands write to. */
    Terminal terminal();

    /** Returns whether this process runs this command alone, so that the command may announce the process's end. */
    boolean ownsProcess();

    /** Returns all tasks of this build and of the given jars. */
    TaskCatalogue tasks();

    /** Returns all methods of this build and of the given jars. */
    MethodCatalogue methods();

    /** Returns the options that name the given jars, by their absolute paths. */
    List<String> plugInWords();

    /** Returns what runs the cells of plans in other processes; empty to run them in this one. */
    Optional<CellExecutor> executor();

    /** Returns the checkout that Longspan was started from; plans are looked up there. */
    Path home();
}
