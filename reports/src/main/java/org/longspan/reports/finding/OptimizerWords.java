package org.longspan.reports.finding;

import java.util.List;
import java.util.stream.Collectors;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.Verdict;

/** Says which optimizer has the highest score, by how much, and from which it is not told apart. */
final class OptimizerWords {

    private static final int FEW = 3;

    private final Conclusions conclusions;
    private final List<RankInterval> ranks;
    private final List<Effect> pairs;

    private OptimizerWords(Conclusions conclusions) {
        this.conclusions = conclusions;
        this.ranks = conclusions.analysis().optimizers().ranks();
        this.pairs = conclusions.analysis().optimizers().pairs();
    }

    /** Returns the sentences, none where no optimizer has a score. */
    static List<String> of(Conclusions conclusions) {
        OptimizerWords words = new OptimizerWords(conclusions);
        return switch (words.ranks.size()) {
            case 0 -> List.of();
            case 1 -> List.of(words.scored(words.ranks.get(0)) + ", the only optimizer.");
            default -> List.of(words.leader(), words.others(), words.last(), words.apart());
        };
    }

    private String name(RankInterval rank) {
        return conclusions.rows().run().optimizers().get(rank.optimizer());
    }

    private String scored(RankInterval rank) {
        return name(rank) + ", score " + ScoreText.score(rank.score(), rank.interval());
    }

    private String leader() {
        RankInterval first = ranks.get(0);
        RankInterval second = ranks.get(1);
        String ahead = pairs.stream()
                .filter(pair -> isOf(pair, first) && isOf(pair, second))
                .findFirst()
                .map(pair ->
                        pair.contrast().of() == first.optimizer() ? ScoreText.difference(pair) : ScoreText.turned(pair))
                .map(difference -> ", " + difference + " to the next, " + name(second))
                .orElse("");
        return "Highest: " + scored(first) + ahead + ".";
    }

    private static boolean isOf(Effect pair, RankInterval rank) {
        return pair.contrast().of() == rank.optimizer() || pair.contrast().against() == rank.optimizer();
    }

    /** From which others the leader is told apart. */
    private String others() {
        RankInterval first = ranks.get(0);
        List<RankInterval> open = ranks.stream()
                .skip(1)
                .filter(other -> pairs.stream()
                        .filter(pair -> isOf(pair, first) && isOf(pair, other))
                        .noneMatch(pair -> beats(pair, first)))
                .toList();
        int shown = ranks.size() - 1 - open.size();
        String better = "It is shown to be better than " + shown + " of the " + (ranks.size() - 1) + " others";
        String left = open.stream().limit(FEW).map(this::name).collect(Collectors.joining(", "))
                + (open.size() > FEW ? " and " + (open.size() - FEW) + " more" : "");
        return better + (open.isEmpty() ? "." : ", and is not told apart from " + left + ".");
    }

    private static boolean beats(Effect pair, RankInterval first) {
        return pair.verdict() == (pair.contrast().of() == first.optimizer() ? Verdict.BETTER : Verdict.WORSE);
    }

    private String last() {
        return "Lowest: " + scored(ranks.get(ranks.size() - 1)) + ".";
    }

    private String apart() {
        long apart = pairs.stream().filter(Effect::shown).count();
        if (apart > 0) {
            return apart + " of " + pairs.size() + (pairs.size() == 1 ? " pair is" : " pairs are") + " told apart.";
        }
        int blocks =
                pairs.stream().mapToInt(Effect::blocks).filter(b -> b > 0).min().orElse(0);
        return (pairs.size() == 1 ? "They are not told apart" : "No two are told apart")
                + (blocks == 0 ? "." : ": the first would be with " + blocks + " blocks.");
    }
}
