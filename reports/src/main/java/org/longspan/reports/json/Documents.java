package org.longspan.reports.json;

import org.longspan.reports.finding.Answers;
import org.longspan.reports.finding.Conclusions;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.summary.ArrangedRun;

/** Turns a summary into the document. */
public final class Documents {

    private Documents() {}

    /** Returns the document of {@code run}, what follows from it and what probes found in it. */
    public static ReportDocument of(ArrangedRun run, Findings findings, Looks looks) {
        Conclusions conclusions = findings.conclusions();
        return new ReportDocument(
                ReportDocument.SCHEMA_VERSION,
                IdentityRows.of(run),
                IdentityRows.cite(findings.citation()),
                Answers.of(conclusions),
                InferenceRows.inference(conclusions),
                InferenceRows.effects(conclusions),
                InferenceRows.heterogeneity(conclusions),
                InferenceRows.gates(conclusions),
                InferenceRows.ranks(conclusions),
                InferenceRows.variance(conclusions),
                conclusions.senses().stream().map(InferenceRows::problem).toList(),
                conclusions.ease().stream().map(OptimizerRows::row).toList(),
                OptimizerRows.profiles(conclusions.profiles()),
                AuditRows.of(findings.audits(), conclusions.rows()),
                MethodRows.tasks(run),
                MethodRows.models(run),
                MethodRows.methods(run.manifest().design()),
                GridRows.rates(run),
                GridRows.references(run),
                run.cells().stream().map(cell -> GridRows.cell(run, cell)).toList(),
                findings.spans().stream().map(GridRows::span).toList(),
                LookRows.of(looks),
                findings.caveats());
    }
}
