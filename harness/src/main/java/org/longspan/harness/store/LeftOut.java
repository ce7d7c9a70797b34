package org.longspan.harness.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reader of a run's folder does not get to see, and what it cannot vouch for.
 *
 * @param results lines of {@code results.jsonl}
 * @param looks lines of {@code probes.jsonl}
 * @param planned trials of the plan, and their results
 * @param beside the other files of the folder
 */
public record LeftOut(Lines results, Lines looks, Planned planned, Beside beside) {

    /**
     * Lines of a file.
     *
     * @param read those that were read
     * @param unnamed that {@code run.trials} does not name
     * @param replaced that a later one of the same record replaces
     * @param missing records that {@code run.trials} names and that have no line
     */
    record Lines(ReadLines read, int unnamed, int replaced, int missing) {

        /**
         * Adds what is to be said of these lines.
         *
         * @param record what a line and a line of {@code run.trials} stand for
         * @param emptied whether {@code run.trials} names nothing
         */
        void say(List<String> lost, String record, boolean emptied) {
            String file = read.file();
            if (read.torn()) {
                lost.add(file + " ends in half a line, which is left out; running the plan again makes its trial anew");
            }
            if (unnamed > 0) {
                lost.add(count(unnamed, "line") + " of " + file + " " + are(unnamed)
                        + " left out, because run.trials does not name " + them(unnamed)
                        + ": of other code, of an earlier plan, or of a run that was cut off"
                        + (emptied ? ", or run.trials was emptied since" : ""));
            }
            if (replaced > 0) {
                lost.add(count(replaced, "line") + " of " + file + " " + are(replaced)
                        + " left out, because a later line of the same " + record + " replaces "
                        + them(replaced));
            }
            if (missing > 0) {
                lost.add(count(missing, record) + " of run.trials " + are(missing) + " without a line in " + file
                        + ", lost or removed since; running the plan again makes " + them(missing) + " anew");
            }
        }
    }

    /**
     * Planned trials and results.
     *
     * @param trials that the manifest plans; a cell that is known to be skipped counts as one
     * @param results that there are
     * @param skipped how many of these results are skips
     */
    record Planned(int trials, int results, int skipped) {}

    /**
     * The files beside the results.
     *
     * @param manifestChecked whether {@code run.json} carries a check of its content
     * @param listed whether there is a {@code run.trials}
     * @param named number of trials in that file
     * @param listTorn whether that file ends in half a line
     */
    record Beside(boolean manifestChecked, boolean listed, int named, boolean listTorn) {

        static Beside of(ManifestFile manifest, Optional<Members> members) {
            return new Beside(
                    manifest.checked(),
                    members.isPresent(),
                    members.map(Members::size).orElse(0),
                    members.map(Members::torn).orElse(false));
        }
    }

    /** Returns the number of results that are left out. */
    public int others() {
        return results.unnamed() + results.replaced();
    }

    /** Returns all that is to be said, each without a full stop. */
    public List<String> sentences() {
        List<String> all = lost();
        unplanned().ifPresent(all::add);
        all.addAll(unchecked());
        return all;
    }

    /** Returns what is to be said of lines that are left out, cut off or lost. */
    public List<String> lost() {
        List<String> lost = new ArrayList<>();
        if (!beside.listed()) {
            lost.add("there is no run.trials, so every line of results.jsonl counts, whatever plan and code made it");
        }
        if (beside.listTorn()) {
            lost.add("run.trials ends in half a line, which is left out");
        }
        results.say(lost, "trial", beside.named() == 0);
        looks.say(lost, "probe record", beside.named() == 0);
        return lost;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String are(int count) {
        return count == 1 ? "is" : "are";
    }

    private static String them(int count) {
        return count == 1 ? "it" : "them";
    }

    private Optional<String> unplanned() {
        int open = planned.trials() - planned.results();
        if (open <= 0) {
            return Optional.empty();
        }
        String unless = planned.skipped() == 0 ? "" : ", unless their cell was skipped when its first trial began";
        return Optional.of(open + " of " + count(planned.trials(), "planned trial") + (open == 1 ? " has" : " have")
                + " no result yet" + unless);
    }

    /** Returns what is to be said of files without a check of their content. */
    public List<String> unchecked() {
        List<String> unchecked = new ArrayList<>();
        if (!beside.manifestChecked()) {
            unchecked.add("run.json carries no check of its content, as an earlier version wrote it: a changed digit in"
                    + " it would not be noticed");
        }
        uncheckedLines(results.read()).ifPresent(unchecked::add);
        uncheckedLines(looks.read()).ifPresent(unchecked::add);
        return unchecked;
    }

    /** Returns what is to be said of lines without a check of their content, if there are any. */
    public static Optional<String> uncheckedLines(ReadLines lines) {
        return lines.unchecked() == 0
                ? Optional.empty()
                : Optional.of(lines.unchecked() + " of " + count(lines.lines(), "line") + " of " + lines.file() + " "
                        + (lines.unchecked() == 1 ? "carries" : "carry") + " no check of "
                        + (lines.unchecked() == 1 ? "its" : "their") + " content, as an earlier version wrote "
                        + them(lines.unchecked()) + ": a changed digit in " + them(lines.unchecked())
                        + " would not be noticed");
    }
}
