package org.longspan.harness.plan;

/**
 * What a name in a plan is the name of, for messages.
 *
 * @param name such as {@code variant}
 * @param owner what the named thing belongs to, such as {@code of adding} after a space; empty if to nothing
 * @param otherwise ends the message about an unknown name; empty if nothing is to be added
 */
public record Kind(String name, String owner, String otherwise) {

    public static Kind of(String name) {
        return new Kind(name, "", "");
    }

    /** Returns a kind whose names belong to {@code owner}. */
    public static Kind of(String name, String owner) {
        return new Kind(name, " of " + owner, "");
    }

    /** Returns a kind of which a user's jar may hold more; {@code option} of the command line names the jar. */
    public static Kind ofJars(String name, String option) {
        Kind kind = of(name);
        return new Kind(name, "", "; " + kind.article() + " " + name + " of your own needs " + option + " JAR");
    }

    String article() {
        return "aeiou".indexOf(name.charAt(0)) < 0 ? "a" : "an";
    }
}
