package org.longspan.reports;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.SyntheticRun.Fate;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.site.SiteCatalogue;
import org.longspan.reports.site.SiteCatalogue.Entry;
import org.longspan.reports.site.SiteCatalogue.Listed;
import org.longspan.reports.site.SiteClaims;
import org.longspan.reports.site.SiteComparison;
import org.longspan.reports.site.SiteDocument;
import org.longspan.reports.site.SiteRun;

/** A site made up, of two runs, one of which solved nothing, with a comparison and claims of every verdict. */
final class MadeSite {

    private MadeSite() {}

    static SiteDocument all() {
        SiteRun first = run(SyntheticRun.of(Fate.PLAUSIBLE, 5, 6, "quick", 1, 2));
        SiteRun second = run(SyntheticRun.of(Fate.NOTHING_SOLVED, 2, 2, "smoke", 1, 1));
        return SiteDocument.empty(catalogue())
                .with(first)
                .with(second)
                .with(new SiteComparison(List.of(second.name(), first.name()), "Of <6> arms that both have, 2 differ."))
                .with(SiteClaims.of(MadeClaims.all()));
    }

    static Report report() {
        SyntheticRun run = SyntheticRun.of(Fate.PLAUSIBLE, 2, 2, "quick", 1, 1);
        return Report.of(run.manifest(), run.results(), Optional.empty());
    }

    private static SiteRun run(SyntheticRun run) {
        return SiteRun.of(Report.of(run.manifest(), run.results(), Optional.empty()), 2_600_000);
    }

    static SiteCatalogue catalogue() {
        Entry adam = new Entry(
                "adam",
                "Divides each step by the root of a mean square.",
                "m = β₁m + (1 - β₁)g\nv = β₂v + (1 - β₂)g²",
                "Kingma, Ba (2015). Adam. ICLR.",
                List.of(new Fact("learning-rate", "0.001 (above 0; tuned over 1e-5 to 1, log). The step's size.")),
                List.of("Special cases: sgd."));
        Entry plain = new Entry("sgd <plain>", "Goes downhill.", "", "Robbins, Monro (1951).", List.of(), List.of());
        return new SiteCatalogue(
                "1.2", List.of(new Listed("optimizers", "Methods that update the weights.", List.of(adam, plain))));
    }
}
