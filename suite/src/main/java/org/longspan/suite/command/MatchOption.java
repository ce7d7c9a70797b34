package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.refusal.UserError;
import org.longspan.reports.compare.NameMatch;
import org.longspan.reports.compare.RunSource;

/**
 * A word of {@code --match}: an optimizer or a clipping of the base, and the one of other runs that is held against it.
 *
 * @param base its name in the base
 * @param other its name in other runs
 */
record MatchOption(String base, String other) {

    /** Reads {@code adam=my-adam}. */
    static MatchOption of(String word) {
        String[] names = word.split("=", -1);
        if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
            throw new UserError("--match " + word
                    + ": expected a name of the first run, =, and a name of another run, such" + " as adam=my-adam");
        }
        return new MatchOption(names[0].strip(), names[1].strip());
    }

    /**
     * Returns whose names mean the same: one for each run behind the base.
     *
     * @throws UserError if a name is of no run or is matched twice
     */
    static List<NameMatch> matches(List<String> words, List<? extends RunSource> runs) {
        List<MatchOption> options = words.stream().map(MatchOption::of).toList();
        for (int i = 0; i < options.size(); i++) {
            options.get(i).requireOnce(options.subList(0, i));
            options.get(i).requireKnown(runs);
        }
        List<NameMatch> matches = new ArrayList<>();
        for (RunSource run : runs.subList(1, runs.size())) {
            Map<String, String> optimizers = new LinkedHashMap<>();
            Map<String, String> clippings = new LinkedHashMap<>();
            for (MatchOption option : options) {
                if (option.matches(runs.get(0), run, true)) {
                    optimizers.put(option.other, option.base);
                } else if (option.matches(runs.get(0), run, false)) {
                    clippings.put(option.other, option.base);
                }
            }
            matches.add(new NameMatch(optimizers, clippings));
        }
        return matches;
    }

    private void requireOnce(List<MatchOption> before) {
        before.stream()
                .filter(option -> option.base.equals(base) || option.other.equals(other))
                .findFirst()
                .ifPresent(twice -> {
                    String name = twice.base.equals(base) ? base : other;
                    throw new UserError("--match " + this + ": " + name + " is matched twice, expected once");
                });
    }

    private void requireKnown(List<? extends RunSource> runs) {
        RunSource first = runs.get(0);
        if (!has(first, base, true) && !has(first, base, false)) {
            throw unknown(base, first);
        }
        List<? extends RunSource> others = runs.subList(1, runs.size());
        if (others.stream().noneMatch(run -> has(run, other, true) || has(run, other, false))) {
            throw unknown(other, others.get(0));
        }
        if (others.stream().noneMatch(run -> matches(first, run, true) || matches(first, run, false))) {
            throw new UserError(
                    "--match " + this + ": one is an optimizer and the other a clipping, expected two of a kind");
        }
    }

    private UserError unknown(String name, RunSource run) {
        return new UserError("--match " + this + ": " + run.name() + " has no optimizer or clipping " + name
                + ", it has the optimizers " + String.join(", ", names(run, true)) + " and the clippings "
                + String.join(", ", names(run, false)));
    }

    private boolean matches(RunSource first, RunSource run, boolean optimizer) {
        return has(first, base, optimizer) && has(run, other, optimizer);
    }

    private static boolean has(RunSource run, String name, boolean optimizer) {
        return names(run, optimizer).contains(name);
    }

    private static List<String> names(RunSource run, boolean optimizer) {
        Manifest.Design design = run.manifest().design();
        Stream<MethodEntry> methods = (optimizer ? design.optimizers() : design.clippings()).stream();
        return methods.map(MethodEntry::name).toList();
    }

    @Override
    public String toString() {
        return base + "=" + other;
    }
}
