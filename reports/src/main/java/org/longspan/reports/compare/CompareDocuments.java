package org.longspan.reports.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest;
import org.longspan.reports.compare.CompareDocument.ChangeRow;
import org.longspan.reports.compare.CompareDocument.DifferingRow;
import org.longspan.reports.compare.CompareDocument.EffectRow;
import org.longspan.reports.compare.CompareDocument.EqualityRow;
import org.longspan.reports.compare.CompareDocument.OnlyRow;
import org.longspan.reports.compare.CompareDocument.RunRow;
import org.longspan.reports.finding.ScoreText;
import org.longspan.reports.inference.Counts;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Evidence;
import org.longspan.reports.inference.SignFlip;
import org.longspan.reports.summary.Arm;

/** Puts a comparison into the form of {@code compare.json}. */
public final class CompareDocuments {

    private final Comparison comparison;

    private CompareDocuments(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Returns the document. */
    public static CompareDocument of(Comparison comparison) {
        CompareDocuments rows = new CompareDocuments(comparison);
        List<ChangeRow> changes = new ArrayList<>();
        List<EqualityRow> equality = new ArrayList<>();
        List<DifferingRow> differing = new ArrayList<>();
        List<EffectRow> effects = new ArrayList<>();
        List<OnlyRow> only = new ArrayList<>();
        for (Against against : comparison.against()) {
            String name = against.run().name();
            against.changes().forEach(c -> changes.add(new ChangeRow(name, c.what(), c.of(), c.base(), c.other())));
            equality.add(equality(name, against.trials()));
            against.trials().differing().forEach(arm -> differing.add(rows.differing(name, arm)));
            against.scores().forEach(row -> effects.add(rows.effect(name, row)));
            rows.only(name, comparison.base().name(), against.only().base()).forEach(only::add);
            rows.only(name, name, against.only().other()).forEach(only::add);
        }
        return new CompareDocument(
                CompareDocument.SCHEMA_VERSION,
                new CompareDocument.Inference(
                        "score",
                        comparison.base().name(),
                        Design.LEVEL,
                        Design.MARGIN,
                        comparison.families(),
                        SignFlip.FEWEST),
                comparison.runs().stream().map(CompareDocuments::run).toList(),
                changes,
                equality,
                differing,
                effects,
                only);
    }

    private static RunRow run(ComparedRun run) {
        Manifest manifest = run.run().manifest();
        RunTotals totals = run.totals();
        RunTotals.Outcomes outcomes = totals.outcomes();
        return new RunRow(
                run.name(),
                new CompareDocument.Made(
                        manifest.provenance().plan(),
                        manifest.tuning().tier(),
                        manifest.rules().seed(),
                        manifest.tuning().settings(),
                        manifest.tuning().controlBlocks(),
                        manifest.tuning().blocks(),
                        manifest.provenance().version(),
                        manifest.provenance().commit()),
                totals.digest(),
                new CompareDocument.Trials(
                        manifest.design().plannedTrials(),
                        outcomes.trials(),
                        outcomes.solved(),
                        outcomes.diverged(),
                        outcomes.skipped(),
                        outcomes.failed()),
                new CompareDocument.Costs(
                        totals.sequenceForwards(),
                        totals.evaluationSequenceForwards(),
                        totals.multiplyAdds(),
                        totals.times().coreSeconds(),
                        totals.times().wallSeconds(),
                        totals.times().began().map(Instant::toString).orElse(null)),
                totals.machines().stream()
                        .map(m -> new CompareDocument.Machine(m.cpu(), m.jdk(), m.kernels(), m.host(), m.trials()))
                        .toList(),
                run.notes());
    }

    private static EqualityRow equality(String run, SharedTrials trials) {
        SharedTrials.Counts counts = trials.counts();
        return new EqualityRow(
                run,
                counts.shared(),
                counts.equal(),
                counts.equalOfOtherCode(),
                counts.differ(),
                counts.differOfOtherCode(),
                trials.baseSeconds(),
                trials.otherSeconds());
    }

    private DifferingRow differing(String run, SharedTrials.ArmTrials arm) {
        SharedTrials.FirstTrial first = arm.first().orElseThrow();
        CompareDocument.Problem problem = problem(Place.of(first.trial()));
        return new DifferingRow(
                run,
                arm.arm().optimizer(),
                arm.arm().clipping(),
                arm.shared(),
                arm.differing(),
                new CompareDocument.First(
                        first.id().value(),
                        problem.model(),
                        problem.task(),
                        problem.length(),
                        first.trial().replicate().block(),
                        first.trial().replicate().phase().word(),
                        first.where().updates(),
                        first.where().what()));
    }

    private CompareDocument.Problem problem(Place place) {
        return new CompareDocument.Problem(
                comparison.names().model(place),
                comparison.names().task(place),
                place.task().length());
    }

    private EffectRow effect(String run, ScoreRow row) {
        return new EffectRow(
                run,
                row.level().word(),
                row.arm().map(CompareDocuments::arm).orElse(null),
                row.place().map(this::problem).orElse(null),
                side(row.base()),
                side(row.other()),
                basis(row),
                found(row.effect()),
                CompareWords.verdict(row));
    }

    private static CompareDocument.Arm arm(ScoreRow.ArmPair arm) {
        return new CompareDocument.Arm(
                arm.base().optimizer(),
                arm.base().clipping(),
                arm.other().optimizer(),
                arm.other().clipping());
    }

    private static CompareDocument.Side side(ScoreRow.Side side) {
        return new CompareDocument.Side(side.runs(), side.solved(), side.score(), side.cost(), side.seconds());
    }

    private static CompareDocument.Basis basis(ScoreRow row) {
        Counts counts = row.effect().counts();
        return new CompareDocument.Basis(
                row.pairing().words(),
                counts.pairs(),
                counts.wins(),
                counts.losses(),
                counts.ties(),
                counts.identical(),
                counts.clusters(),
                counts.nonZero(),
                counts.blocks());
    }

    private static CompareDocument.Found found(Effect effect) {
        return new CompareDocument.Found(
                effect.mean(),
                effect.deviation(),
                effect.evidence().map(CompareDocuments::tested).orElse(null),
                effect.underMargin(),
                effect.insensitivity().stream().map(ScoreText::words).toList(),
                effect.blocks() == 0 ? null : effect.blocks());
    }

    private static CompareDocument.Tested tested(Evidence evidence) {
        return new CompareDocument.Tested(
                evidence.p(),
                evidence.adjusted(),
                evidence.equivalence(),
                evidence.level(),
                evidence.interval(),
                evidence.narrow(),
                evidence.judged());
    }

    private Stream<OnlyRow> only(String run, String in, OnlyOne.Part part) {
        return Stream.of(
                        part.arms().stream().map(arm -> only(run, in, "arm", Optional.of(arm), Optional.empty())),
                        part.places().stream()
                                .map(place -> only(run, in, "problem", Optional.empty(), Optional.of(place))),
                        part.cells().stream()
                                .map(cell -> only(run, in, "cell", Optional.of(cell.arm()), Optional.of(cell.place()))))
                .flatMap(rows -> rows);
    }

    private OnlyRow only(String run, String in, String kind, Optional<Arm> arm, Optional<Place> place) {
        return new OnlyRow(
                run,
                in,
                kind,
                arm.map(Arm::optimizer).orElse(null),
                arm.map(Arm::clipping).orElse(null),
                place.map(this::problem).orElse(null));
    }
}
