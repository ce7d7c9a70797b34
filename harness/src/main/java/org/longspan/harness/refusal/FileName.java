package org.longspan.harness.refusal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A name of a file as the user writes it, which the virtual machine may be unable to use. */
public final class FileName {

    private FileName() {}

    /**
     * Returns the path of that name.
     *
     * @throws UserError if it cannot be a path, in one sentence
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UserError(sentence(e), e);
        }
    }

    /** Returns the sentence about the name that {@code e} is about, however it is wrapped; empty if there is none. */
    public static Optional<String> sentence(Throwable e) {
        return Causes.root(e) instanceof InvalidPathException path ? Optional.of(sentence(path)) : Optional.empty();
    }

    /** Returns why a name cannot be a path, and what helps. */
    public static String sentence(InvalidPathException e) {
        String name = e.getInput().replace("\0", "\\0");
        String encoding = System.getProperty("sun.jnu.encoding", "");
        String reason = e.getInput().indexOf('\0') >= 0 || encoding.equals("UTF-8")
                ? " has a character that no path can have, expected a name without it"
                : " has a character that is not in " + encoding + ", in which Java writes paths here; LC_ALL=C.UTF-8"
                        + " lets it write all";
        return "the path " + name + reason;
    }
}
