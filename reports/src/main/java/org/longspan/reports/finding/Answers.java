package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.VarianceComponents;
import org.longspan.reports.inference.VarianceComponents.Component;
import org.longspan.reports.inference.VarianceComponents.Source;
import org.longspan.reports.inference.Verdict;

/** Puts what a run says into three to six sentences. A run that cannot say a thing says what it would take. */
public final class Answers {

    private static final int FEW = 3;
    private static final Set<Source> MAIN = EnumSet.of(Source.PROBLEM, Source.OPTIMIZER, Source.CLIPPING);
    private static final Set<Source> LUCK = EnumSet.of(Source.LUCK, Source.LUCK_BETWEEN, Source.LUCK_WITHIN);

    private final Conclusions conclusions;
    private final List<Answer> answers = new ArrayList<>();

    private Answers(Conclusions conclusions) {
        this.conclusions = conclusions;
    }

    /** Returns the answers, none where no evaluation run has a score. */
    public static List<Answer> of(Conclusions conclusions) {
        if (conclusions.rows().evaluations().isEmpty()) {
            return List.of();
        }
        Answers all = new Answers(conclusions);
        all.optimizers();
        all.clippings();
        all.arms();
        all.others("models", "Model", conclusions.analysis().models());
        all.others("schedules", "Schedule", conclusions.analysis().schedules());
        all.others("policies", "Policy", conclusions.analysis().policies());
        all.variance();
        all.faults();
        return List.copyOf(all.answers);
    }

    private void add(String topic, String text) {
        answers.add(new Answer(topic, text));
    }

    private void optimizers() {
        List<RankInterval> ranks = conclusions.analysis().optimizers().ranks();
        if (ranks.size() < 2) {
            ranks.forEach(only -> add("optimizers", ranked(only, 1) + ", the only optimizer."));
            return;
        }
        List<RankInterval> leading = ranks.stream().filter(r -> r.best() == 1).toList();
        RankInterval last = ranks.get(ranks.size() - 1);
        List<Effect> pairs = conclusions.analysis().optimizers().pairs();
        long apart = pairs.stream().filter(Effect::shown).count();
        String first =
                leading.stream().limit(FEW).map(r -> ranked(r, ranks.size())).collect(Collectors.joining("; "));
        String more = leading.size() > FEW ? "; " + (leading.size() - FEW) + " more may be first" : "";
        String end = leading.contains(last) ? "" : "; last " + ranked(last, ranks.size());
        add("optimizers", first + more + end + ". " + pairs(apart, pairs));
    }

    private String ranked(RankInterval rank, int of) {
        return conclusions.rows().run().optimizers().get(rank.optimizer())
                + (of > 1 ? ", rank " + ScoreText.ranks(rank) + " of " + of : "") + ", score "
                + ScoreText.score(rank.score(), rank.interval());
    }

    private static String pairs(long apart, List<Effect> pairs) {
        if (apart > 0) {
            return apart + " of " + pairs.size() + (pairs.size() == 1 ? " pair is" : " pairs are") + " told apart.";
        }
        int blocks =
                pairs.stream().mapToInt(Effect::blocks).filter(b -> b > 0).min().orElse(0);
        return (pairs.size() == 1 ? "They are not told apart" : "No two are told apart")
                + (blocks == 0 ? "." : ": the first would be with " + blocks + " blocks.");
    }

    private void clippings() {
        ClippingAnswers clippings = conclusions.analysis().clippings();
        List<Effect> pooled = clippings.pooled();
        if (pooled.isEmpty()) {
            return;
        }
        String control = control(pooled.get(0));
        List<Effect> widest = pooled.stream()
                .sorted(Comparator.comparing(Effect::shown)
                        .thenComparingDouble(e -> Math.abs(e.mean()))
                        .reversed())
                .toList();
        List<Effect> told = widest.stream().filter(Effect::shown).limit(FEW).toList();
        List<Effect> named = told.isEmpty() ? widest.subList(0, 1) : told;
        String first = named.stream()
                .map(e -> conclusions
                                .rows()
                                .name(e.contrast().factor(), e.contrast().of()) + " " + ScoreText.difference(e) + ", "
                        + ScoreText.verdictOrBlocks(e) + underTuned(e))
                .collect(Collectors.joining("; "));
        add(
                "clippings",
                "Against " + control + ": " + first + "." + tally(pooled, named.size()) + levels(clippings)
                        + positiveControl());
    }

    /** A method worse than its special case could have been set to it. */
    private String underTuned(Effect effect) {
        boolean found = conclusions.analysis().underTuned().stream()
                .anyMatch(one -> one.effect().equals(effect));
        return found ? " (under-tuned: it includes " + control(effect) + ")" : "";
    }

    private String control(Effect effect) {
        return conclusions
                .rows()
                .name(effect.contrast().factor(), effect.contrast().against());
    }

    /** How many of the others came to what. */
    private static String tally(List<Effect> effects, int named) {
        if (effects.size() == named) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long n = effects.stream().filter(e -> e.verdict() == verdict).count();
            if (n > 0) {
                parts.add(n + " " + ScoreText.words(verdict));
            }
        }
        return " Of all " + effects.size() + ": " + String.join(", ", parts) + ".";
    }

    private static String levels(ClippingAnswers clippings) {
        return clippings.blocksForOptimizers() == 0
                ? ""
                : " To say it of single optimizers takes " + clippings.blocksForOptimizers()
                        + " blocks of every clipping.";
    }

    /** The best of many means is lucky, so it is said with the number of its runs and of those it is the best of. */
    private void arms() {
        Combinations.best(conclusions.rows().run()).ifPresent(best -> add("arms", best));
    }

    /** Whether small differences may be called equivalent, where the plan asks for it. */
    private String positiveControl() {
        Optional<String> name = conclusions.rows().run().manifest().tuning().positiveControl();
        return conclusions
                .positiveControlShown()
                .map(shown -> " The positive control " + name.orElseThrow()
                        + (shown
                                ? " is shown to harm by two margins or more."
                                : " is not shown to harm by two margins, so nothing is called equivalent."))
                .orElse("");
    }

    private void others(String topic, String title, List<Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        String said = effects.stream()
                .sorted(Comparator.comparing(Effect::shown)
                        .thenComparingDouble(e -> Math.abs(e.mean()))
                        .reversed())
                .limit(FEW)
                .map(e -> conclusions
                                .rows()
                                .name(e.contrast().factor(), e.contrast().of()) + " against "
                        + conclusions
                                .rows()
                                .name(e.contrast().factor(), e.contrast().against()) + " "
                        + ScoreText.difference(e) + ", " + ScoreText.verdictOrBlocks(e))
                .collect(Collectors.joining("; "));
        add(topic, title + " " + said + "." + tally(effects, Math.min(FEW, effects.size())));
    }

    private void variance() {
        conclusions.variance().map(Answers::decides).ifPresent(text -> add("variance", text));
    }

    private static String decides(VarianceComponents variance) {
        List<String> parts = new ArrayList<>();
        variance.components().stream()
                .filter(c -> MAIN.contains(c.source()))
                .forEach(c -> parts.add(c.source().label() + " " + ScoreText.percent(c.share()) + " ["
                        + ScoreText.percent(c.interval().low()) + ", "
                        + ScoreText.percent(c.interval().high()) + "]"));
        double luck = variance.components().stream()
                .filter(c -> LUCK.contains(c.source()))
                .mapToDouble(Component::share)
                .sum();
        double main = variance.components().stream()
                .filter(c -> MAIN.contains(c.source()))
                .mapToDouble(Component::share)
                .sum();
        parts.add("how they combine " + ScoreText.percent(1 - main - luck));
        parts.add("luck " + ScoreText.percent(luck));
        return "Of the variance of the score over these lists: " + String.join(", ", parts) + ".";
    }

    /** What diverged, and which problems and optimizers the run says nothing about. */
    private void faults() {
        List<String> said = silence();
        String topic = said.isEmpty() ? "divergences" : "problems";
        said.add(DivergedTrials.in(conclusions.rows().run()));
        add(topic, String.join(" ", said));
    }

    private List<String> silence() {
        List<Sense> silent = conclusions.senses().stream()
                .filter(sense -> sense.runs() > 0 && !sense.informative())
                .toList();
        List<String> said = new ArrayList<>();
        if (!silent.isEmpty()) {
            said.add((silent.size() == 1 ? "1 problem says" : silent.size() + " problems say")
                    + " nothing about methods: "
                    + silent.stream()
                            .limit(FEW)
                            .map(sense -> sense.problem() + " ("
                                    + ScoreText.percent(sense.informativeness()
                                            .orElseThrow()
                                            .solved()
                                            .share())
                                    + " of its runs solve)")
                            .collect(Collectors.joining("; "))
                    + (silent.size() > FEW ? " and " + (silent.size() - FEW) + " more." : "."));
        }
        List<Ease> unsolved = conclusions.unsolved();
        if (!unsolved.isEmpty()) {
            said.add("Nothing was ever solved by "
                    + unsolved.stream().map(Ease::optimizer).collect(Collectors.joining(", "))
                    + ", so this run says nothing else about " + (unsolved.size() == 1 ? "it." : "them."));
        }
        return said;
    }
}
