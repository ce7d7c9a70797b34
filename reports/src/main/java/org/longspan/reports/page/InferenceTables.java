package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Ease;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.finding.Sense;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.Tries;
import org.longspan.reports.statistics.Interval;

/**
 * The tables of what the inference says.
 *
 * @param ranks of the optimizers, the highest score first
 * @param optimizers comparisons of optimizers
 * @param clippings comparisons of clippings, from pooled to single ones
 * @param closed what cannot be looked at and what it would take, in sentences
 * @param others comparisons of models, schedules and policies
 * @param variance what decides the score
 * @param problems whether each says something about methods
 */
public record InferenceTables(
        List<RankLine> ranks,
        List<EffectGroup> optimizers,
        List<EffectGroup> clippings,
        List<String> closed,
        List<EffectGroup> others,
        List<VarianceLine> variance,
        List<ProblemLine> problems) {

    private static final String NOTHING = "–";
    private static final int FEW = 40;

    /** An optimizer, where it may stand and how easily it solves. */
    public record RankLine(
            String rank, String optimizer, String score, String solved, String diverged, String tries, String loss) {}

    /** Comparisons under one heading. */
    public record EffectGroup(String title, boolean open, List<EffectLine> lines) {}

    /** A comparison. */
    public record EffectLine(
            String what,
            int pairs,
            String outcomes,
            int identical,
            String clusters,
            String mean,
            String interval,
            String p,
            String verdict,
            String blocks) {}

    /** A component of the variance. */
    public record VarianceLine(String source, String share, String interval, int percent) {}

    /** A problem and what its control solves. */
    public record ProblemLine(
            String task, int length, String model, String solved, String interval, String score, String verdict) {}

    static InferenceTables of(Conclusions conclusions) {
        Analysis analysis = conclusions.analysis();
        ClippingAnswers clippings = analysis.clippings();
        Maker maker = new Maker(conclusions.rows());
        return new InferenceTables(
                ranks(conclusions),
                maker.groups(group("Pair by pair", analysis.optimizers().pairs())),
                maker.groups(
                        group("Each clipping against none", clippings.pooled()),
                        group("Clippings against each other", clippings.pairs()),
                        group("Each clipping on each optimizer", clippings.perOptimizer()),
                        group("Each clipping on each optimizer and problem", clippings.perProblem())),
                closed(clippings),
                maker.groups(
                        group("Models", analysis.models()),
                        group("Schedules", analysis.schedules()),
                        group("Policies for gradients that are not finite", analysis.policies())),
                variance(conclusions),
                conclusions.senses().stream().map(InferenceTables::problem).toList());
    }

    private static Map.Entry<String, List<Effect>> group(String title, List<Effect> effects) {
        return Map.entry(title, effects);
    }

    private static List<RankLine> ranks(Conclusions conclusions) {
        List<String> optimizers = conclusions.rows().run().optimizers();
        List<Ease> rest = new ArrayList<>(conclusions.ease());
        List<RankLine> lines = new ArrayList<>();
        for (RankInterval rank : conclusions.analysis().optimizers().ranks()) {
            Ease ease = conclusions.ease().get(rank.optimizer());
            String where = rank.best() == rank.worst() ? "" + rank.best() : rank.best() + "–" + rank.worst();
            lines.add(line(where, ease, ScoreText.score(rank.score(), rank.interval())));
            rest.remove(ease);
        }
        List<Integer> aliasOf = conclusions.rows().design().aliasOf();
        for (Ease ease : rest) {
            int index = optimizers.indexOf(ease.optimizer());
            String why = aliasOf.get(index) == index ? NOTHING : "as " + optimizers.get(aliasOf.get(index));
            lines.add(line(why, ease, NOTHING));
        }
        return lines;
    }

    private static RankLine line(String rank, Ease ease, String score) {
        return new RankLine(
                rank,
                ease.optimizer(),
                score,
                ease.solved() + " of " + ease.runs(),
                TextFormat.count(ease.diverged()),
                ease.tries().map(InferenceTables::tries).orElse(NOTHING),
                ease.finalLoss().map(l -> TextFormat.precise(l.overChance())).orElse(NOTHING));
    }

    private static String tries(Tries tries) {
        Interval i = tries.interval();
        return tries.value().isPresent()
                ? tries.words() + " [" + TextFormat.precise(i.low()) + ", " + TextFormat.precise(i.high()) + "]"
                : tries.words();
    }

    private static List<String> closed(ClippingAnswers clippings) {
        List<String> closed = new ArrayList<>();
        if (clippings.blocksForOptimizers() > 0) {
            closed.add("Single optimizers cannot be looked at: that takes " + clippings.blocksForOptimizers()
                    + " blocks of every clipping.");
        }
        if (clippings.blocksForProblems() > 0) {
            closed.add("Single optimizers on single problems cannot be looked at: that takes "
                    + clippings.blocksForProblems() + " blocks of every clipping.");
        }
        return closed;
    }

    private static List<VarianceLine> variance(Conclusions conclusions) {
        return conclusions.variance().stream()
                .flatMap(variance -> variance.components().stream())
                .map(c -> new VarianceLine(
                        c.source().label(),
                        ScoreText.percent(c.share()),
                        ScoreText.percent(c.interval().low()) + " to "
                                + ScoreText.percent(c.interval().high()),
                        (int) Math.round(100 * Math.max(0, Math.min(1, c.share())))))
                .toList();
    }

    private static ProblemLine problem(Sense sense) {
        boolean known = sense.informativeness().isPresent();
        return new ProblemLine(
                sense.problem().task(),
                sense.problem().length(),
                sense.problem().model(),
                sense.informativeness()
                        .map(i -> ScoreText.percent(i.solved().share()))
                        .orElse(NOTHING),
                sense.informativeness()
                        .map(i -> ScoreText.percent(i.solved().interval().low()) + " to "
                                + ScoreText.percent(i.solved().interval().high()))
                        .orElse(NOTHING),
                known ? TextFormat.precise(sense.score()) : NOTHING,
                !known ? NOTHING : sense.informative() ? "tells methods apart" : "says nothing about methods");
    }

    /** Makes the lines of comparisons. */
    private record Maker(IndexedRun rows) {

        /** Returns the groups that have lines, open where there are few. */
        @SafeVarargs
        final List<EffectGroup> groups(Map.Entry<String, List<Effect>>... effects) {
            return Stream.of(effects)
                    .filter(group -> !group.getValue().isEmpty())
                    .map(group -> new EffectGroup(
                            group.getKey(),
                            group.getValue().size() <= FEW,
                            group.getValue().stream().map(this::line).toList()))
                    .toList();
        }

        private EffectLine line(Effect effect) {
            return new EffectLine(
                    what(effect.contrast()),
                    effect.counts().pairs(),
                    effect.counts().wins() + " / " + effect.counts().losses() + " / "
                            + effect.counts().ties(),
                    effect.counts().identical(),
                    effect.counts().nonZero() + " of " + effect.counts().clusters(),
                    ScoreText.signed(effect.mean(), 3),
                    ScoreText.interval(effect),
                    effect.evidence()
                            .map(Evidence::adjusted)
                            .map(TextFormat::precise)
                            .orElse(NOTHING),
                    ScoreText.verdict(effect),
                    effect.blocks() == 0 ? NOTHING : TextFormat.count(effect.blocks()));
        }

        private String what(Contrast contrast) {
            String said = rows.name(contrast.factor(), contrast.of()) + " against "
                    + rows.name(contrast.factor(), contrast.against());
            String kin = contrast.kin() == Contrast.ALL ? "" : ", " + rows.kin().get(contrast.kin());
            String problem = contrast.problem() == Contrast.ALL ? "" : ", " + rows.problem(contrast.problem());
            return said + kin + problem;
        }
    }
}
