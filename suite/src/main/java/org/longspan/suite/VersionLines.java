package org.longspan.suite;

import java.nio.file.Path;
import org.longspan.suite.command.Session;
import org.longspan.suite.text.Version;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Answers {@code longspan --version}. */
final class VersionLines implements IVersionProvider {

    @Spec
    private CommandSpec spec;

    @Override
    public String[] getVersion() {
        Path home = ((Session) spec.root().userObject()).home();
        String commit = Version.commit(home);
        return new String[] {
            "longspan " + Version.number() + (commit.isEmpty() ? "" : ", commit " + commit), "java " + Runtime.version()
        };
    }
}
