package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of a run's folder does not get to see, and what it cannot vouch for.
 *
 * @param lines of {@code results.jsonl}
 * @param unnamed lines that {@code run.trials} does not name
 * @param replaced lines that a later one of the same trial replaces
 * @param missing trials that {@code run.trials} names and that have no line
 * @param planned trials of the plan that have no result
 * @param odd sentences about the files themselves
 */
public record LeftOut(ResultLines lines, int unnamed, int replaced, int missing, Planned planned, List<String> odd) {

    /**
     * Planned trials and results.
     *
     * @param trials that the manifest plans; a cell that is known to be skipped counts as one
     * @param results that there are
     * @param skipped how many of these results are skips
     */
    record Planned(int trials, int results, int skipped) {}

    /** Returns what is to be said of the files beside the results. */
    static List<String> ofFiles(ManifestFile manifest, Optional<Members> members) {
        List<String> odd = new ArrayList<>();
        if (!manifest.checked()) {
            odd.add("run.json carries no check of its content, as earlier versions wrote it");
        }
        if (members.isEmpty()) {
            odd.add("there is no run.trials, so every line of results.jsonl counts, whatever plan and code made it");
        } else if (members.get().torn()) {
            odd.add("run.trials ends in half a line, which is left out");
        }
        return odd;
    }

    /** Returns the number of lines that are left out. */
    public int others() {
        return unnamed + replaced;
    }

    /** Returns what is to be said, each a sentence without its full stop. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>(odd);
        if (lines.torn()) {
            all.add(
                    "results.jsonl ends in half a line, which is left out: running the plan again makes its trial anew");
        }
        add(
                all,
                unnamed,
                "line",
                "of results.jsonl",
                "left out, because run.trials does not name " + (unnamed == 1 ? "it" : "them")
                        + ": of other code, of an earlier plan, or of a run that was cut off");
        add(
                all,
                replaced,
                "line",
                "of results.jsonl",
                "left out, because a later line of the same trial replaces " + (replaced == 1 ? "it" : "them"));
        add(
                all,
                missing,
                "trial",
                "of run.trials",
                "without a line in results.jsonl: lost or removed since; running " + "the plan again makes "
                        + (missing == 1 ? "it" : "them") + " anew");
        unplanned().ifPresent(all::add);
        unchecked(lines).ifPresent(all::add);
        return all;
    }

    private static void add(List<String> all, int count, String noun, String where, String what) {
        if (count > 0) {
            all.add(count + " " + noun + (count == 1 ? " " : "s ") + where + (count == 1 ? " is " : " are ") + what);
        }
    }

    private Optional<String> unplanned() {
        int open = planned.trials() - planned.results();
        if (open <= 0) {
            return Optional.empty();
        }
        String unless = planned.skipped() == 0
                ? ""
                : ", unless a cell was skipped by its first trial, which leaves its other trials out";
        return Optional.of(open + " of " + planned.trials() + " planned trials " + (open == 1 ? "has" : "have")
                + " no result yet: the run has not ended" + unless);
    }

    /** Returns what is to be said of lines without a check of their content, if there are any. */
    static Optional<String> unchecked(ResultLines lines) {
        if (lines.unchecked() == 0) {
            return Optional.empty();
        }
        boolean all = lines.unchecked() == lines.lines();
        return Optional.of((all
                        ? "no line of results.jsonl carries"
                        : lines.unchecked() + " of " + lines.lines() + " lines of results.jsonl carry no")
                + (all ? " a" : "")
                + " check of its content, as earlier versions wrote them: a changed digit would pass");
    }
}
