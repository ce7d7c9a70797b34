package org.longspan.reports.finding;

import java.util.List;
import java.util.Optional;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.Insensitivity;
import org.longspan.reports.inference.VarianceComponents;
import org.longspan.reports.summary.ArrangedRun;

/**
 * What a run's evaluation runs allow to be said, with the names that the indices stand for.
 *
 * @param rows what was analysed
 * @param analysis every comparison with its verdict
 * @param variance what decides the score, if the runs determine it
 * @param senses whether each problem says something about methods
 * @param ease how easily each optimizer solves anything
 * @param profiles how soon optimizers solve
 */
public record Conclusions(
        IndexedRun rows,
        Analysis analysis,
        Optional<VarianceComponents> variance,
        List<Sense> senses,
        List<Ease> ease,
        Profiles profiles) {

    private static final double CONFIDENCE = 0.95;

    static Conclusions of(ArrangedRun run) {
        IndexedRun rows = IndexedRun.of(run);
        Seed seed = Seed.root(run.manifest().rules().seed()).with("inference", 0);
        return new Conclusions(
                rows,
                Analysis.of(rows.design(), rows.evaluations(), seed),
                rows.evaluations().isEmpty() ? Optional.empty() : VarianceComponents.of(rows.crossed(), CONFIDENCE),
                Sense.of(run),
                Ease.of(run),
                Profiles.of(run));
    }

    /** Returns whether any comparison had enough clusters with a difference to be tested. */
    public boolean tested() {
        return analysis.effects().anyMatch(effect -> effect.evidence().isPresent());
    }

    /** Returns whether the positive control was shown to harm; empty if the plan has none. */
    public Optional<Boolean> positiveControlShown() {
        return rows.run()
                .manifest()
                .tuning()
                .instruments()
                .positiveControl()
                .map(name -> analysis.effects()
                        .anyMatch(e -> !e.insensitivity().contains(Insensitivity.POSITIVE_CONTROL_NOT_SHOWN)));
    }

    /** Returns the optimizers of which no trial solved anything. */
    public List<Ease> unsolved() {
        return ease.stream().filter(Ease::solvesNothing).toList();
    }
}
