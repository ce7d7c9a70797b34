package org.longspan.harness.refusal;

import com.google.common.base.Throwables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads an exception that the code of a plug-in may have written: its causes may form a loop, and each of its methods
 * may throw.
 */
public final class Causes {

    private static final int MOST = 100; // an exception may make a new cause whenever it is asked

    private Causes() {}

    /** Returns {@code e} and its causes, the outermost first, each once. */
    public static List<Throwable> chain(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable next = e; next != null && chain.size() < MOST && seen.add(next); ) {
            chain.add(next);
            Throwable now = next;
            next = or(null, now::getCause);
        }
        return chain;
    }

    /** Returns the innermost cause; in a loop the last one before it closes. */
    public static Throwable root(Throwable e) {
        List<Throwable> chain = chain(e);
        return chain.get(chain.size() - 1);
    }

    /** Returns the message of {@code e} alone, which may be null as always. */
    public static String message(Throwable e) {
        return or("(its message cannot be read)", e::getMessage);
    }

    /** Returns what {@code e} says of itself. */
    public static String string(Throwable e) {
        return or(e.getClass().getName() + " (its message cannot be read)", e::toString);
    }

    /** Returns the lines of code that {@code e} comes from, the innermost first. */
    public static List<StackTraceElement> lines(Throwable e) {
        return or(List.of(), () -> List.of(e.getStackTrace()));
    }

    /** Returns the stack traces of {@code e} and of its causes. */
    public static String trace(Throwable e) {
        String whole = or(null, () -> Throwables.getStackTraceAsString(e));
        return whole == null ? plainTrace(e) : whole;
    }

    private static String plainTrace(Throwable e) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause : chain(e)) {
            trace.append(trace.isEmpty() ? "" : "Caused by: ")
                    .append(string(cause))
                    .append('\n');
            lines(cause).forEach(line -> trace.append("\tat ").append(line).append('\n'));
        }
        return trace.toString();
    }

    private static <T> T or(T otherwise, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Throwable unreadable) { // whatever it is, the exception that is being told matters more
            return otherwise;
        }
    }
}
