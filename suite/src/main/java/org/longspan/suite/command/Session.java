package org.longspan.suite.command;

import java.nio.file.Path;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.suite.text.Terminal;

/** What every command is given by the program around it. */
public interface Session {

    /** Returns where commands write. */
    Terminal terminal();

    /** Returns whether the process has been started for this command alone, so that its end may be spoken about. */
    boolean ownsProcess();

    /** Returns all tasks: those of this build, and those of the jars given. */
    TaskCatalogue tasks();

    /** Returns all methods: those of this build, and those of the jars given. */
    MethodCatalogue methods();

    /** Returns the checkout that Longspan was started from: where plans are looked for. */
    Path home();
}
