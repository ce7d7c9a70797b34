package org.longspan.reports.page;

import java.util.List;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Answer;
import org.longspan.reports.finding.Caveat;

/**
 * All that the template prints.
 *
 * @param plan name of the plan
 * @param planText the plan file
 * @param headline what came out, in a sentence a task
 * @param answers what the run says, in sentences
 * @param clippingLede what the table of pooled rates holds
 * @param facts identity of the run
 * @param models short names and all that they are set to
 * @param tally trials by outcome
 * @param code hashes of the sources
 * @param reach the headline figure
 * @param heatMaps one a task
 * @param rates pooled solved rates
 * @param references what the read-out in closed form reaches, where a model has one
 * @param inference tables of what the inference says
 * @param length solved rate against length
 * @param spans T50 of each arm
 * @param curves one a problem
 * @param sensitivity one a task and model
 * @param divergences by cause
 * @param costs measured costs, empty if there are none
 * @param trials the evaluation runs
 * @param replay the command that runs one of them again, in which the id is still to be put
 * @param moves whether commands name the folder {@code DIR}, in which the page lies
 * @param elsewhere number of stored trials of tuning, which {@code report.json} has
 * @param caveats what a reader must know
 * @param methods used, with their sources
 * @param tasks citations of the tasks
 * @param tuned whether settings were chosen on other seeds than those that are reported
 * @param selects whether the plan tries several settings and chooses one
 * @param style of the figures
 * @param pageStyle of the page
 * @param script of the page
 */
public record Page(
        String plan,
        String planText,
        String headline,
        List<Answer> answers,
        String clippingLede,
        List<Fact> facts,
        List<Fact> models,
        List<Tally> tally,
        List<Fact> code,
        Figure reach,
        List<Figure> heatMaps,
        List<RateLine> rates,
        List<ReferenceLine> references,
        InferenceTables inference,
        Figure length,
        SpanTable spans,
        List<Panel> curves,
        List<Panel> sensitivity,
        Figure divergences,
        List<CostLine> costs,
        List<TrialLine> trials,
        String replay,
        boolean moves,
        int elsewhere,
        List<CaveatGroup> caveats,
        List<MethodEntry> methods,
        List<Fact> tasks,
        boolean tuned,
        boolean selects,
        String style,
        String pageStyle,
        String script) {

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /** So many trials came to that; {@code kind} is the class of its colour. */
    public record Tally(String kind, String name, int trials) {

        /** Returns the number as it is printed. */
        public String printed() {
            return TextFormat.count(trials);
        }
    }

    /** A figure that can be folded, with a word on what is in it. */
    public record Panel(String note, Figure figure) {}

    /** What a method without a training run reaches on the data of one block. */
    public record ReferenceLine(
            String task,
            int length,
            String model,
            int block,
            String sequences,
            String ridge,
            String loss,
            String chance,
            String measure,
            String target,
            String verdict) {}

    /** A pooled rate without and with clipping. */
    public record RateLine(
            String task,
            int length,
            String model,
            String without,
            String withoutInterval,
            String with,
            String withInterval,
            int withoutPercent,
            int withPercent) {}

    /** T50 of each arm on each model and task. */
    public record SpanTable(List<String> columns, List<SpanLine> lines) {}

    /** A row of that table. */
    public record SpanLine(String optimizer, String clipping, List<String> verdicts) {}

    /** Caveats of one kind; {@code open} where there are few. */
    public record CaveatGroup(String title, boolean open, List<Caveat> caveats) {}

    /** One measured cost. */
    public record CostLine(String benchmark, String parameters, String score, String error, String unit) {}

    /** One stored trial. */
    public record TrialLine(
            String id,
            String task,
            int length,
            String model,
            String optimizer,
            String clipping,
            int block,
            String rate,
            String settings,
            String outcome,
            String detail,
            String cost,
            String updates,
            String loss,
            String seconds) {}
}
