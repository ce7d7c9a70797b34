package org.longspan.reports.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.SpecialCase;
import org.longspan.reports.inference.UnderTuned;
import org.longspan.reports.summary.ArrangedRun;

/** Puts those audits into words that cast a doubt. */
final class AuditCaveats {

    private AuditCaveats() {}

    static List<Caveat> of(ArrangedRun run, Audits audits) {
        List<Caveat> caveats = new ArrayList<>();
        audits.edges().stream()
                .filter(Edge::crowded)
                .forEach(edge -> caveats.add(new Caveat("edge", edge.method(), text(edge))));
        audits.underTuned().forEach(found -> caveats.add(underTuned(run, found)));
        confirmations(run, audits.confirmations(), caveats);
        audits.misses().stream()
                .filter(miss -> miss.failed() > 0)
                .forEach(miss -> caveats.add(new Caveat(
                        "test",
                        miss.problem().toString(),
                        miss.failed() + " of " + miss.solved() + (miss.solved() == 1 ? " solved run" : " solved runs")
                                + " are over the criterion on the test sequences.")));
        return caveats;
    }

    private static String text(Edge edge) {
        return String.format(
                Locale.ROOT,
                "%s was chosen within a tenth of its range from the %s end, %.3g, in %d of %d choices, where a tenth of"
                        + " all draws lies: the range may have cut off better values.",
                edge.range().setting(),
                edge.end(),
                edge.end().equals("lower") ? edge.range().from() : edge.range().to(),
                edge.there(),
                edge.chosen());
    }

    private static Caveat underTuned(ArrangedRun run, UnderTuned found) {
        SpecialCase special = found.specialCase();
        List<String> names = special.factor() == Factor.OPTIMIZER ? run.optimizers() : run.clippings();
        Effect effect = found.effect();
        String compared = names.get(effect.contrast().of()) + " against "
                + names.get(effect.contrast().against());
        return new Caveat(
                "under-tuned",
                names.get(special.general()),
                String.format(
                        Locale.ROOT,
                        "Shown worse than its own special case %s, to which it could have been set (%s: %s, adjusted"
                                + " p = %.2g): under-tuned, not worse.",
                        names.get(special.special()),
                        compared,
                        ScoreText.difference(effect),
                        effect.adjustedP()));
    }

    private static void confirmations(ArrangedRun run, Confirmations confirmations, List<Caveat> caveats) {
        if (confirmations.exhausted() > 0) {
            caveats.add(new Caveat(
                    "confirmation",
                    "",
                    confirmations.exhausted() + (confirmations.exhausted() == 1 ? " trial" : " trials")
                            + " met the criterion on the validation sequences "
                            + run.manifest().rules().evaluation().attempts()
                            + " times and never on fresh ones, and so had no further attempt."));
        }
    }
}
