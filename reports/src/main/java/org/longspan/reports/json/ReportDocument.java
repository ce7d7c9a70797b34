package org.longspan.reports.json;

import java.util.List;
import org.longspan.reports.finding.Answer;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.json.GridRows.Cell;
import org.longspan.reports.json.GridRows.RateRow;
import org.longspan.reports.json.GridRows.ReferenceRow;
import org.longspan.reports.json.GridRows.SpanRow;
import org.longspan.reports.json.IdentityRows.Cite;
import org.longspan.reports.json.IdentityRows.Identity;
import org.longspan.reports.json.InferenceRows.EffectRow;
import org.longspan.reports.json.InferenceRows.GateRow;
import org.longspan.reports.json.InferenceRows.HeterogeneityRow;
import org.longspan.reports.json.InferenceRows.Inference;
import org.longspan.reports.json.InferenceRows.ProblemRow;
import org.longspan.reports.json.InferenceRows.RankRow;
import org.longspan.reports.json.InferenceRows.VarianceRow;
import org.longspan.reports.json.LookRows.LookRow;
import org.longspan.reports.json.MethodRows.Method;
import org.longspan.reports.json.MethodRows.Model;
import org.longspan.reports.json.MethodRows.Task;
import org.longspan.reports.json.OptimizerRows.OptimizerRow;
import org.longspan.reports.json.OptimizerRows.ProfileRow;

/**
 * The content of {@code report.json}, field by field. A field that is null has no value, and the field beside it
 * says why; the schema describes each.
 *
 * @param schemaVersion of this document
 * @param identity of the run
 * @param citation how to cite it
 * @param answers what the run says, in sentences
 * @param inference what holds of all comparisons
 * @param effects every comparison with its verdict
 * @param heterogeneity whether each clipping does the same to all optimizers, where that is asked
 * @param gates levels of comparison that are open or closed
 * @param ranks of the optimizers, the highest score first
 * @param variance what decides the score, empty where the runs do not determine it
 * @param problems whether each says something about methods
 * @param optimizers how easily each solves anything
 * @param profiles how soon each solves
 * @param audits what casts doubt on the figures
 * @param tasks of the grid, each length apart
 * @param models of the grid
 * @param methods optimizers, clippings and the rest, with citations
 * @param rates solved rates by model, task, length, with and without clipping
 * @param references what the read-out in closed form reaches, where a model has one
 * @param cells of the grid
 * @param spans how each arm fares against length
 * @param looks what probes found, without its tables
 * @param caveats what a reader must know, audits among it
 */
public record ReportDocument(
        int schemaVersion,
        Identity identity,
        Cite citation,
        List<Answer> answers,
        Inference inference,
        List<EffectRow> effects,
        List<HeterogeneityRow> heterogeneity,
        List<GateRow> gates,
        List<RankRow> ranks,
        List<VarianceRow> variance,
        List<ProblemRow> problems,
        List<OptimizerRow> optimizers,
        List<ProfileRow> profiles,
        AuditRows audits,
        List<Task> tasks,
        List<Model> models,
        List<Method> methods,
        List<RateRow> rates,
        List<ReferenceRow> references,
        List<Cell> cells,
        List<SpanRow> spans,
        List<LookRow> looks,
        List<Caveat> caveats) {

    /** The version of the document that this code writes. */
    public static final int SCHEMA_VERSION = 3;
}
