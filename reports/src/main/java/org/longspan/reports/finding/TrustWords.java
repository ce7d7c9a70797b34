package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.RunTimes;

/** Says what a run cost, what speaks against it, and what it says nothing about. */
final class TrustWords {

    private static final int FEW = 3;

    private TrustWords() {}

    /** Returns the sentences. */
    static List<String> of(Conclusions conclusions) {
        ArrangedRun run = conclusions.rows().run();
        List<String> sentences = new ArrayList<>();
        sentences.add(cost(run));
        sentences.add(problems(conclusions));
        test(run, sentences);
        underTuned(conclusions, sentences);
        List<Ease> unsolved = conclusions.unsolved();
        if (!unsolved.isEmpty()) {
            sentences.add("Nothing was ever solved by "
                    + unsolved.stream().map(Ease::optimizer).collect(Collectors.joining(", "))
                    + ", so this run says nothing else about " + (unsolved.size() == 1 ? "it." : "them."));
        }
        return sentences;
    }

    private static String cost(ArrangedRun run) {
        RunTimes times = run.times();
        return String.format(
                Locale.ROOT,
                "%s took %,.0f core-seconds.",
                ScoreText.count(run.counts().done() - run.counts().skipped(), "trial"),
                times.coreSeconds());
    }

    private static String problems(Conclusions conclusions) {
        List<Sense> judged =
                conclusions.senses().stream().filter(sense -> sense.runs() > 0).toList();
        List<Sense> silent =
                judged.stream().filter(sense -> !sense.informative()).toList();
        if (silent.isEmpty()) {
            return judged.size() == 1
                    ? "Its one problem tells methods apart."
                    : "All " + judged.size() + " problems tell methods apart.";
        }
        return (silent.size() == 1 ? "1 problem" : silent.size() + " problems") + " of " + judged.size()
                + (silent.size() == 1 ? " says" : " say") + " nothing about methods: "
                + silent.stream()
                        .limit(FEW)
                        .map(sense -> sense.problem() + " ("
                                + ScoreText.percent(sense.informativeness()
                                        .orElseThrow()
                                        .solved()
                                        .share())
                                + " of its runs solve)")
                        .collect(Collectors.joining("; "))
                + (silent.size() > FEW ? " and " + (silent.size() - FEW) + " more." : ".");
    }

    private static void underTuned(Conclusions conclusions, List<String> sentences) {
        List<String> names = conclusions.analysis().underTuned().stream()
                .map(found -> conclusions
                        .rows()
                        .name(found.specialCase().factor(), found.specialCase().general()))
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            sentences.add("Under-tuned, since a method that each includes does better: "
                    + names.stream().limit(FEW).collect(Collectors.joining(", "))
                    + (names.size() > FEW ? " and " + (names.size() - FEW) + " more." : "."));
        }
    }

    private static void test(ArrangedRun run, List<String> sentences) {
        List<TestMiss> misses = TestMiss.of(run);
        int solved = misses.stream().mapToInt(TestMiss::solved).sum();
        int failed = misses.stream().mapToInt(TestMiss::failed).sum();
        if (solved > 0) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "Of %s that solved, %,d (%s) miss the criterion on the test sequences, which decide nothing.",
                    ScoreText.count(solved, "evaluation run"),
                    failed,
                    ScoreText.percent((double) failed / solved)));
        }
    }
}
