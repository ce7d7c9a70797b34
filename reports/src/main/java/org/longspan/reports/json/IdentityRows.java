package org.longspan.reports.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.longspan.harness.record.Budget;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.DivergenceRules;
import org.longspan.harness.record.EvaluationRules;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.Sample;
import org.longspan.reports.finding.Citation;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;
import org.longspan.reports.summary.TrialCounts;
import org.longspan.reports.summary.UnitCosts;

/** What was run, by which code, on what. */
public final class IdentityRows {

    private IdentityRows() {}

    /** The run as a whole. */
    public record Identity(
            String plan,
            String tier,
            String version,
            String commit,
            Map<String, String> code,
            long seed,
            DesignRow design,
            Budget budget,
            EvaluationRules evaluation,
            DivergenceRules divergence,
            TrialCounts trials,
            int missing,
            Phases phases,
            SpentRow spent,
            List<Machine> machines,
            String planText) {}

    /** How many blocks and settings a cell has, and the sample if the run is one. */
    public record DesignRow(
            int settings,
            String control,
            int controlBlocks,
            int blocks,
            List<String> schedules,
            List<String> policies,
            Sample sample) {}

    /** Trials with a record by what they were made for; skipped ones are neither. */
    public record Phases(int tuning, int evaluation) {}

    /** What the trials cost; the measurement of threshold units is no part of the other numbers. */
    public record SpentRow(
            long sequenceForwards,
            long evaluationSequenceForwards,
            long unitSequenceForwards,
            double wallSeconds,
            double coreSeconds) {}

    /** Circumstances that results were made under, and how many. */
    public record Machine(String jdk, String cpu, String kernels, String host, int trials) {}

    /** How to cite the run; its digest names its results. */
    public record Cite(
            String title,
            List<PlanHead.Author> authors,
            String doi,
            Integer year,
            String digest,
            String text,
            String bibtex) {}

    static Cite cite(Citation citation) {
        return new Cite(
                citation.title(),
                citation.head().authors(),
                citation.head().doi(),
                citation.year().orElse(null),
                citation.digest(),
                citation.sentence(),
                citation.bibtex());
    }

    static Identity of(ArrangedRun run) {
        Manifest m = run.manifest();
        return new Identity(
                m.provenance().plan(),
                m.tuning().tier(),
                m.provenance().version(),
                m.provenance().commit(),
                m.provenance().code(),
                m.rules().seed(),
                new DesignRow(
                        m.tuning().settings(),
                        m.tuning().control(),
                        m.tuning().controlBlocks(),
                        m.tuning().blocks(),
                        run.schedules(),
                        run.policies(),
                        m.tuning().sample().orElse(null)),
                m.rules().budget(),
                m.rules().evaluation(),
                m.rules().divergence(),
                run.counts(),
                run.counts().missing(),
                phases(run),
                spent(run),
                machines(run),
                m.provenance().planText());
    }

    private static Phases phases(ArrangedRun run) {
        int evaluation = (int) ran(run).filter(Run::evaluates).count();
        return new Phases((int) ran(run).count() - evaluation, evaluation);
    }

    private static SpentRow spent(ArrangedRun run) {
        return new SpentRow(
                ran(run).mapToLong(r -> r.stored().result().costs().sequenceForwards())
                        .sum(),
                ran(run).mapToLong(r -> r.stored().result().costs().evaluationSequenceForwards())
                        .sum(),
                UnitCosts.of(run.runs()),
                run.times().wallSeconds(),
                run.times().coreSeconds());
    }

    private static Stream<Run> ran(ArrangedRun run) {
        return run.runs().stream().filter(r -> !r.skipped());
    }

    private static List<Machine> machines(ArrangedRun run) {
        Map<Machine, Integer> counts = new LinkedHashMap<>();
        ran(run).forEach(r -> {
            Circumstances c = r.stored().circumstances();
            if (c != null) {
                counts.merge(new Machine(c.jdk(), c.cpu(), c.kernels(), c.host(), 0), 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .map(e -> new Machine(
                        e.getKey().jdk(),
                        e.getKey().cpu(),
                        e.getKey().kernels(),
                        e.getKey().host(),
                        e.getValue()))
                .toList();
    }
}
