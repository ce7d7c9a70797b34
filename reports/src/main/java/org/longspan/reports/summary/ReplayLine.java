package org.longspan.reports.summary;

import java.util.List;
import java.util.regex.Pattern;
import org.longspan.harness.record.PlugInJars;

/**
 * The command that runs one stored trial again. Where the report lies in the run's folder, the command names that folder
 * {@value #FOLDER}, as a folder can be moved; the page puts in where it lies.
 */
public final class ReplayLine {

    /** Stands for the folder that holds the report. */
    public static final String FOLDER = "DIR";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ReplayLine() {}

    /** Returns the command for {@code run}, one of those in {@code all}. */
    public static String command(ArrangedRun all, Run run) {
        return command(all, run.stored().id().value());
    }

    /** Returns the command for the trial with that id, or with a word that stands for one. */
    public static String command(ArrangedRun all, String id) {
        PlugInJars jars = all.manifest().plugIns();
        return "./longspan replay " + all.folder() + " " + id
                + options("--tasks", jars.taskJars())
                + options("--methods", jars.methodJars());
    }

    private static String options(String name, List<String> jars) {
        StringBuilder options = new StringBuilder();
        jars.forEach(jar -> options.append(' ').append(name).append(' ').append(quoted(jar)));
        return options.toString();
    }

    /** Returns {@code word} as a shell reads it back. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
