package org.longspan.reports.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Ease;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.Tries;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.ArrangedRun;

/** Where each optimizer may stand, beside its mean score, the share of its runs that solved, and its tries. */
public final class OptimizerForest {

    private static final String ID = "optimizer-ranks";
    private static final double ROW = 21;
    private static final double RANKS = 250;
    private static final double SCORES = 300;
    private static final double BETWEEN = 30;
    private static final double SCORE_WORDS = 130;
    private static final double SOLVED = 112;
    private static final double TRIES = 136;
    private static final double HEAD = 26;

    private final Conclusions conclusions;
    private final ArrangedRun run;
    private final List<RankInterval> ranks;
    private final double left;

    private OptimizerForest(Conclusions conclusions) {
        this.conclusions = conclusions;
        this.run = conclusions.rows().run();
        this.ranks = conclusions.analysis().optimizers().ranks();
        this.left = 14 + TextFormat.widest(ranks.stream().map(this::name).toList(), 12);
    }

    /** Returns the figure, if the run has two optimizers with a score, and not all are 0. */
    public static Optional<Figure> of(Conclusions conclusions) {
        OptimizerForest forest = new OptimizerForest(conclusions);
        return forest.ranks.size() < 2 || ScoreWords.nothingSolved(conclusions)
                ? Optional.empty()
                : Optional.of(forest.figure());
    }

    /** Returns the ranks that an optimizer may have: {@code 1–3}, or {@code 2}. */
    static String rank(RankInterval rank) {
        return rank.best() == rank.worst() ? "" + rank.best() : rank.best() + "–" + rank.worst();
    }

    private Figure figure() {
        int pairs = conclusions.analysis().optimizers().pairs().size();
        long apart = conclusions.analysis().optimizers().pairs().stream()
                .filter(Effect::shown)
                .count();
        String caption = String.format(
                Locale.ROOT,
                "Ranks that each of %s may have, and its mean score with the interval of 95 %%, from %s; solved runs, and"
                        + " settings that must be tried until one solves. %s of %s told apart, by Holm's method"
                        + " %s; all rank intervals hold together. %s",
                TextFormat.count(ranks.size(), "optimizer"),
                ScoreWords.runs(conclusions),
                TextFormat.count(apart),
                TextFormat.count(pairs, "pair is", "pairs are"),
                ScoreWords.family(conclusions, Factor.OPTIMIZER),
                ScoreWords.score(run));
        List<String> how = List.of(
                "A bar spans the ranks that an optimizer may have: its best is one more than the number of optimizers that"
                        + " are shown to be better, its worst leaves below it those that are shown to be worse. Bars that"
                        + " overlap: the two may be in either order.",
                "The point is the mean score over all problems and clippings, the line its interval of 95 % for these"
                        + " problems. Two lines may overlap and the ranks still be told apart: runs are compared in pairs"
                        + " that share their problem, clipping and block.",
                "Tries: how many settings must be drawn on average until one solves, with the interval of 95 %; the fewer,"
                        + " the easier to tune.");
        return new Figure(ID, "Where each optimizer may stand", svg(), caption, how, csv());
    }

    private String name(RankInterval rank) {
        return run.optimizers().get(rank.optimizer());
    }

    private String svg() {
        double ranksAt = left + 6;
        double scoresAt = ranksAt + RANKS + BETWEEN;
        double bottom = HEAD + ranks.size() * ROW;
        double width = scoresAt + SCORES + SCORE_WORDS + SOLVED + TRIES;
        Svg svg = new Svg(
                ID,
                width,
                bottom + 24,
                "Ranks and mean scores of the optimizers",
                "Two forest plots side by side. The numbers are in the CSV.");
        Axis places = Axis.linear(0.5, ranks.size() + 0.5, ranksAt, ranksAt + RANKS);
        Forest scores = Forest.across(
                Forest.hull(ranks.stream().map(RankInterval::interval).toList(), 0, 0.1),
                6,
                scoresAt,
                scoresAt + SCORES);
        places(svg, places, bottom);
        scores.grid(svg, HEAD - 4, bottom).labels(svg, bottom + 15, scores::plain);
        svg.text(ranksAt, 14, "small soft", "rank").text(scoresAt, 14, "small soft", "mean score, 95 % interval");
        svg.text(scoresAt + SCORES + SCORE_WORDS + SOLVED, 14, "end small soft", "runs solved");
        svg.text(width, 14, "end small soft", "tries, 95 % interval");
        for (int row = 0; row < ranks.size(); row++) {
            row(svg, ranks.get(row), HEAD + row * ROW + ROW / 2, places, scores);
        }
        svg.open("stick").rect(0, HEAD - 4, left, bottom - HEAD + 28, 0, "ground");
        for (int row = 0; row < ranks.size(); row++) {
            svg.open("", "", Tags.ofOptimizer(run, name(ranks.get(row))));
            svg.text(left - 8, HEAD + row * ROW + ROW / 2 + 4, "end", name(ranks.get(row)))
                    .close();
        }
        svg.close();
        return svg.end();
    }

    /** A line at the first rank and at every fifth, or at every rank where there are few. */
    private void places(Svg svg, Axis places, double bottom) {
        int every = ranks.size() <= 12 ? 1 : ranks.size() <= 25 ? 5 : 10;
        for (int place = 1; place <= ranks.size(); place++) {
            if (place == 1 || place % every == 0) {
                svg.line(places.at(place), HEAD - 4, places.at(place), bottom, "grid");
                svg.text(places.at(place), bottom + 15, "mid small soft", "" + place);
            }
        }
    }

    private void row(Svg svg, RankInterval rank, double y, Axis places, Forest scores) {
        Ease ease = conclusions.ease().get(rank.optimizer());
        svg.open("", "", Tags.ofOptimizer(run, name(rank)));
        double from = places.at(rank.best() - 0.4);
        double to = places.at(rank.worst() + 0.4);
        svg.rect(from, y - 5, to - from, 10, 3, "span");
        boolean inside = to - from > 44;
        boolean right = to + 40 < places.end();
        svg.text(
                inside ? (from + to) / 2 : right ? to + 5 : from - 5,
                y + 4,
                (inside ? "mid" : right ? "" : "end") + " small",
                rank(rank));
        scores.row(svg, y, rank.score(), Optional.of(rank.interval()), true);
        double at = scores.axis().end() + SCORE_WORDS;
        svg.text(at, y + 4, "end small", ScoreText.score(rank.score(), rank.interval()));
        svg.text(at + SOLVED, y + 4, "end small", solved(ease));
        svg.text(
                at + SOLVED + TRIES,
                y + 4,
                "end small",
                ease.tries().map(OptimizerForest::tries).orElse("–"));
        svg.close();
    }

    private static String solved(Ease ease) {
        return ease.runs() == 0 ? "–" : ease.solved() + " of " + ease.runs() + ", " + share(ease);
    }

    private static String share(Ease ease) {
        return TextFormat.percent((double) ease.solved() / ease.runs());
    }

    private static String tries(Tries tries) {
        Interval interval = tries.interval();
        return tries.value().isPresent()
                ? tries.words() + " [" + number(interval.low()) + ", " + number(interval.high()) + "]"
                : tries.words();
    }

    private static String number(double tries) {
        return tries < 100 ? String.format(Locale.ROOT, "%.1f", tries) : TextFormat.brief(tries);
    }

    private String csv() {
        Csv csv = new Csv(
                "optimizer",
                "rank_best",
                "rank_worst",
                "mean_score",
                "score_low",
                "score_high",
                "runs",
                "solved",
                "tries",
                "tries_low",
                "tries_high");
        for (RankInterval rank : ranks) {
            Ease ease = conclusions.ease().get(rank.optimizer());
            Optional<Tries> tries = ease.tries();
            boolean known = tries.filter(t -> t.value().isPresent()).isPresent();
            csv.row(
                    name(rank),
                    rank.best(),
                    rank.worst(),
                    rank.score(),
                    rank.interval().low(),
                    rank.interval().high(),
                    ease.runs(),
                    ease.solved(),
                    known ? tries.get().value().getAsDouble() : null,
                    tries.map(t -> t.interval().low()).orElse(null),
                    tries.map(t -> t.interval().high()).filter(Double::isFinite).orElse(null));
        }
        return csv.toString();
    }
}
