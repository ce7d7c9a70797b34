package org.longspan.reports.json;

import static org.longspan.reports.json.Numbers.finite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.finding.Sense;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.RankInterval;
import org.longspan.reports.inference.SignFlip;
import org.longspan.reports.statistics.Interval;
import org.longspan.reports.summary.Problem;

/** What the inference says, with names in the place of indices. */
public final class InferenceRows {

    private InferenceRows() {}

    /** What holds of all comparisons. */
    public record Inference(
            String endpoint,
            double level,
            double margin,
            int families,
            int fewestClusters,
            String control,
            String positiveControl,
            Boolean positiveControlShown) {}

    /** A comparison: everything equal but one factor. */
    public record EffectRow(
            String factor,
            String of,
            String against,
            String kin,
            String model,
            String task,
            Integer length,
            int pairs,
            int wins,
            int losses,
            int ties,
            int identical,
            int clusters,
            int nonZero,
            int blocks,
            Double mean,
            Double deviation,
            Interval interval95,
            Interval interval90,
            Interval judgedInterval,
            Double level,
            Double p,
            Double adjustedP,
            Double equivalenceP,
            String verdict,
            boolean underMargin,
            List<String> insensitivity,
            Integer blocksToDecide) {}

    /** Whether a clipping does the same to all optimizers. */
    public record HeterogeneityRow(String clipping, double p, double adjustedP, boolean shown) {}

    /** A level of comparison that is open or says what opens it. */
    public record GateRow(String gate, boolean open, Integer blocksToOpen) {}

    /** Where an optimizer may stand. */
    public record RankRow(
            String optimizer, List<String> aliases, int best, int worst, int of, double score, Interval interval95) {}

    /** A component of the variance of the score. */
    public record VarianceRow(String source, double variance, double share, Interval interval95) {}

    /** Whether a problem can tell methods apart. */
    public record ProblemRow(
            String model,
            String task,
            int length,
            int runs,
            Double solvedShare,
            Interval interval95,
            double score,
            boolean informative) {}

    static Inference inference(Conclusions conclusions) {
        Manifest.Tuning tuning = conclusions.rows().run().manifest().tuning();
        return new Inference(
                "score",
                Design.LEVEL,
                Design.MARGIN,
                conclusions.analysis().families(),
                SignFlip.FEWEST,
                tuning.control(),
                tuning.instruments().positiveControl().orElse(null),
                conclusions.positiveControlShown().orElse(null));
    }

    static List<EffectRow> effects(Conclusions conclusions) {
        return conclusions
                .analysis()
                .effects()
                .map(effect -> effect(conclusions.rows(), effect))
                .toList();
    }

    static EffectRow effect(IndexedRun rows, Effect effect) {
        Contrast contrast = effect.contrast();
        Problem problem = contrast.problem() == Contrast.ALL ? null : rows.problem(contrast.problem());
        Evidence evidence = effect.evidence().orElse(null);
        return new EffectRow(
                contrast.factor().word(),
                rows.name(contrast.factor(), contrast.of()),
                rows.name(contrast.factor(), contrast.against()),
                contrast.kin() == Contrast.ALL ? null : rows.kin().get(contrast.kin()),
                problem == null ? null : problem.model(),
                problem == null ? null : problem.task(),
                problem == null ? null : problem.length(),
                effect.counts().pairs(),
                effect.counts().wins(),
                effect.counts().losses(),
                effect.counts().ties(),
                effect.counts().identical(),
                effect.counts().clusters(),
                effect.counts().nonZero(),
                effect.counts().blocks(),
                finite(effect.mean()),
                finite(effect.deviation()),
                evidence == null ? null : evidence.interval(),
                evidence == null ? null : evidence.narrow(),
                evidence == null ? null : evidence.judged(),
                evidence == null ? null : evidence.level(),
                evidence == null ? null : evidence.p(),
                evidence == null ? null : evidence.adjusted(),
                evidence == null ? null : evidence.equivalence(),
                ScoreText.words(effect.verdict()),
                effect.underMargin(),
                effect.insensitivity().stream().map(ScoreText::words).toList(),
                effect.blocks() == 0 ? null : effect.blocks());
    }

    static List<HeterogeneityRow> heterogeneity(Conclusions conclusions) {
        return conclusions.analysis().clippings().heterogeneity().stream()
                .map(h -> new HeterogeneityRow(
                        conclusions.rows().run().clippings().get(h.clipping()), h.p(), h.adjusted(), h.shown()))
                .toList();
    }

    /** A level with a single member is not looked at, and so has no gate. */
    static List<GateRow> gates(Conclusions conclusions) {
        ClippingAnswers clippings = conclusions.analysis().clippings();
        List<GateRow> gates = new ArrayList<>();
        if (!clippings.pooled().isEmpty() && conclusions.rows().kin().size() > 1) {
            gates.add(gate("clipping on each optimizer", clippings.blocksForOptimizers()));
            if (conclusions.senses().size() > 1) {
                gates.add(gate("clipping on each optimizer and problem", clippings.blocksForProblems()));
            }
        }
        return List.copyOf(gates);
    }

    private static GateRow gate(String name, int blocks) {
        return new GateRow(name, blocks == 0, blocks == 0 ? null : blocks);
    }

    static List<RankRow> ranks(Conclusions conclusions) {
        List<String> optimizers = conclusions.rows().run().optimizers();
        Design design = conclusions.rows().design();
        List<RankInterval> ranks = conclusions.analysis().optimizers().ranks();
        List<RankRow> rows = new ArrayList<>();
        for (RankInterval rank : ranks) {
            List<String> aliases = Stream.iterate(0, i -> i < optimizers.size(), i -> i + 1)
                    .filter(i -> i != rank.optimizer() && design.aliasOf().get(i) == rank.optimizer())
                    .map(optimizers::get)
                    .toList();
            rows.add(new RankRow(
                    optimizers.get(rank.optimizer()),
                    aliases,
                    rank.best(),
                    rank.worst(),
                    ranks.size(),
                    rank.score(),
                    rank.interval()));
        }
        return rows;
    }

    static List<VarianceRow> variance(Conclusions conclusions) {
        return conclusions.variance().stream()
                .flatMap(variance -> variance.components().stream())
                .map(c -> new VarianceRow(c.source().label(), c.variance(), c.share(), c.interval()))
                .toList();
    }

    static ProblemRow problem(Sense sense) {
        return new ProblemRow(
                sense.problem().model(),
                sense.problem().task(),
                sense.problem().length(),
                sense.runs(),
                sense.informativeness().map(i -> i.solved().share()).orElse(null),
                sense.informativeness().map(i -> i.solved().interval()).orElse(null),
                sense.score(),
                sense.informative());
    }
}
