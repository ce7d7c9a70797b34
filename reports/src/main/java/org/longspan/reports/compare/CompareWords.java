package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Verdict;

/** Puts into words what two runs have in common and in what they differ. */
public final class CompareWords {

    /** The verdict on pairs that are one and the same run. */
    public static final String IDENTICAL = "identical";

    private static final int FEW = 3;

    private CompareWords() {}

    /** Returns the verdict in a word. */
    public static String verdict(ScoreRow row) {
        return row.identical() ? IDENTICAL : ScoreText.words(row.effect().verdict());
    }

    /** Returns the verdict, where there is none with what it would take. */
    static String verdictOrBlocks(ScoreRow row) {
        String less = row.effect().underMargin() ? ", by less than the margin" : "";
        return row.identical() ? IDENTICAL : verdict(row) + less + ScoreText.blocks(row.effect());
    }

    /** Returns what the row is of. */
    public static String subject(Names names, ScoreRow row) {
        if (row.level() == Level.RUN) {
            return "everything that both have";
        }
        return Stream.concat(row.arm().map(ScoreRow.ArmPair::toString).stream(), row.place().map(names::of).stream())
                .collect(Collectors.joining(", on "));
    }

    /** Returns how many of the trials that both have agree bit for bit, without a full stop. */
    public static String equality(Against against) {
        SharedTrials.Counts counts = against.trials().counts();
        int shared = counts.shared();
        if (shared == 0) {
            return "no trial is in both, so nothing can be equal bit for bit: "
                    + "a trial's id is a hash of all that its result follows from";
        }
        String trials = TextFormat.count(shared, "trial is in both", "trials are in both");
        if (counts.differing() == 0) {
            return trials + (shared == 1 ? ", and equal" : ", and all are equal") + " bit for bit" + code(counts);
        }
        return trials + ": " + TextFormat.count(counts.equalInAll()) + " equal bit for bit, "
                + TextFormat.count(counts.differing()) + (counts.differing() == 1 ? " differs" : " differ")
                + (counts.differ() == 0
                        ? ", of other code"
                        : counts.differOfOtherCode() == 0
                                ? ", though made by equal code"
                                : ", " + TextFormat.count(counts.differ()) + " of them though made by equal code");
    }

    private static String code(SharedTrials.Counts counts) {
        return counts.equalOfOtherCode() == 0
                ? ", made by equal code"
                : counts.equal() == 0
                        ? ", though made by other code"
                        : ", " + TextFormat.count(counts.equalOfOtherCode()) + " of them though made by other code";
    }

    /** Returns where trials differ first, without a full stop; empty if none does. */
    public static Optional<String> firstDifference(Names names, Against against) {
        List<SharedTrials.ArmTrials> differing = against.trials().differing();
        if (differing.isEmpty()) {
            return Optional.empty();
        }
        SharedTrials.FirstTrial first = differing.get(0).first().orElseThrow();
        return Optional.of("first " + differing.get(0).arm() + " on "
                + names.of(Place.of(first.trial())) + ", block "
                + first.trial().replicate().block() + ", "
                + first.trial().replicate().phase().word() + ", after "
                + TextFormat.count(first.where().updates(), "update") + " (trial " + first.id() + "): "
                + first.where().what());
    }

    /** Returns the difference over everything that both runs have, without a full stop. */
    public static String whole(Against against) {
        Optional<ScoreRow> row = against.rows(Level.RUN).findFirst();
        if (row.isEmpty()) {
            return "no evaluation run of one has a partner in the other, so no scores are compared";
        }
        Effect effect = row.get().effect();
        return ScoreText.difference(effect) + " of the score, " + verdictOrBlocks(row.get()) + ", over "
                + TextFormat.count(effect.counts().pairs(), "pair") + " in "
                + TextFormat.count(effect.counts().clusters(), "cluster") + " of "
                + row.get().pairing().words();
    }

    /** Returns what came out, in sentences: of each run its difference from the base, and what is equal bit for bit. */
    public static String brief(Comparison comparison) {
        boolean one = comparison.against().size() == 1;
        return comparison.against().stream()
                .map(against -> (one ? "" : against.run().name() + ": ") + sentence(whole(against)) + " "
                        + sentence(equality(against)))
                .collect(Collectors.joining(" "));
    }

    /** Returns which arms, problems or cells are shown better and which worse, without a full stop. */
    public static String shown(Names names, Against against, Level level, String noun) {
        List<ScoreRow> rows = against.rows(level).toList();
        List<String> parts = new ArrayList<>();
        listed(names, rows, Verdict.BETTER).ifPresent(list -> parts.add("better: " + list));
        listed(names, rows, Verdict.WORSE).ifPresent(list -> parts.add("worse: " + list));
        long untested = rows.stream()
                .filter(row -> !row.identical() && row.effect().verdict() == Verdict.UNTESTED)
                .count();
        long identical = rows.stream().filter(ScoreRow::identical).count();
        String of = TextFormat.count(rows.size(), noun);
        String besides = (identical == 0 ? "" : "; " + TextFormat.count(identical) + " identical bit for bit")
                + (untested == 0 ? "" : "; " + TextFormat.count(untested) + " with too few clusters for a test");
        return (parts.isEmpty()
                        ? "of " + of + " none is shown better or worse"
                        : "of " + of + " shown " + String.join("; ", parts))
                + besides;
    }

    private static Optional<String> listed(Names names, List<ScoreRow> rows, Verdict verdict) {
        List<ScoreRow> shown = rows.stream()
                .filter(row -> row.effect().verdict() == verdict)
                .sorted((one, other) -> Double.compare(
                        Math.abs(other.effect().mean()), Math.abs(one.effect().mean())))
                .toList();
        String more = shown.size() > FEW ? " and " + TextFormat.count(shown.size() - FEW) + " more" : "";
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(shown.stream()
                                .limit(FEW)
                                .map(row -> subject(names, row) + " " + ScoreText.difference(row.effect()))
                                .collect(Collectors.joining("; "))
                        + more);
    }

    /** Returns how the core-seconds of equal trials compare, without a full stop; empty if there are none. */
    public static Optional<String> speed(Against against) {
        SharedTrials trials = against.trials();
        if (!(trials.baseSeconds() > 0 && trials.otherSeconds() > 0)) {
            return Optional.empty();
        }
        return Optional.of("the trials that are equal bit for bit took " + seconds(trials.otherSeconds())
                + " and in the base " + seconds(trials.baseSeconds()) + ": "
                + TextFormat.precise(trials.otherSeconds() / trials.baseSeconds()) + " times");
    }

    private static String seconds(double seconds) {
        return number(seconds) + " core-seconds";
    }

    /** Returns a number of seconds: three digits, or all whole ones. */
    static String number(double seconds) {
        return seconds < 100 ? TextFormat.precise(seconds) : TextFormat.count(Math.round(seconds));
    }

    /** Returns a change: {@code adam, beta2: 0.999 → 0.99}. */
    public static String change(Change change) {
        return (change.what().equals("setting") ? "" : change.what() + ", ") + change.of() + ": " + change.base()
                + " → " + change.other();
    }

    /** Returns what one run has and the other has not, a few names each, without a full stop; empty if there is nothing. */
    public static Optional<String> only(Names names, OnlyOne.Part part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        few(part.arms().stream().map(Object::toString).toList(), "arm").ifPresent(parts::add);
        few(part.places().stream().map(names::of).toList(), "problem").ifPresent(parts::add);
        few(
                        part.cells().stream()
                                .map(cell -> cell.arm() + " on " + names.of(cell.place()))
                                .toList(),
                        "arm on a problem",
                        "arms on problems")
                .ifPresent(parts::add);
        return Optional.of(String.join("; ", parts));
    }

    private static Optional<String> few(List<String> all, String noun) {
        return few(all, noun, noun + "s");
    }

    private static Optional<String> few(List<String> all, String one, String many) {
        String more = all.size() > FEW ? " and " + TextFormat.count(all.size() - FEW) + " more" : "";
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(TextFormat.count(all.size(), one, many) + " ("
                        + all.stream().limit(FEW).collect(Collectors.joining("; "))
                        + more + ")");
    }

    /** Returns which code and plan made a run, and what it took. */
    public static String made(ComparedRun run) {
        var made = run.run().manifest().provenance();
        RunTotals totals = run.totals();
        String commit = made.commit().isEmpty()
                ? ""
                : ", commit "
                        + made.commit().substring(0, Math.min(12, made.commit().length()));
        return "plan " + made.plan() + ", version " + made.version() + commit + "; "
                + TextFormat.count(totals.outcomes().trials(), "trial") + ", "
                + TextFormat.count(totals.sequenceForwards(), "sequence-forward") + ", "
                + seconds(totals.times().coreSeconds()) + ", "
                + TextFormat.duration(totals.times().wallSeconds()) + " of wall time"
                + totals.machines().stream()
                        .limit(FEW)
                        .map(m -> "; " + machine(m))
                        .collect(Collectors.joining());
    }

    /** Returns circumstances: processor, Java and kernels. */
    static String machine(RunTotals.Machine machine) {
        return machine.cpu() + ", JDK " + machine.jdk() + ", " + machine.kernels() + " kernels";
    }

    /** Returns {@code text} as a sentence. */
    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
