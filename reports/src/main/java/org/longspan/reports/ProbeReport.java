package org.longspan.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.ProbeRecord;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.ResultsDigest;
import org.longspan.reports.finding.Findings;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.MeasuredCosts;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.phenomena.Looks;
import org.longspan.reports.phenomena.ProbeWords;
import org.longspan.reports.phenomena.UnitCliffFigure;
import org.longspan.reports.section.ProbedRun;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/** The page of one training run that probes looked at, and what it says in a few lines. */
public final class ProbeReport {

    /** Stands above the title of every such page. */
    public static final String KICKER = "Longspan probe · one training run";

    private final Material material;
    private final List<Table> unitCliff;
    private final ProbeWords words;

    private ProbeReport(Material material, List<Table> unitCliff, ProbeWords words) {
        this.material = material;
        this.unitCliff = unitCliff;
        this.words = words;
    }

    /**
     * Returns the report of a run.
     *
     * @param manifest of its plan
     * @param result its result
     * @param looks what probes found in it
     * @param unitCliff the tables of {@link UnitCliffFigure}
     */
    public static ProbeReport of(Manifest manifest, StoredResult result, List<ProbeLook> looks, List<Table> unitCliff) {
        ArrangedRun run = ArrangedRun.of(manifest, List.of(result));
        Findings findings = Findings.of(run, List.of(), ResultsDigest.of(List.of(result)));
        List<ProbeRecord> records = looks.stream()
                .map(look -> new ProbeRecord(result.id(), result.code(), look))
                .toList();
        Looks all = Looks.of(run, records, List.of());
        Material material = new Material(run, findings, MeasuredCosts.read(Optional.empty()), all);
        Run one = run.runs().get(0);
        return new ProbeReport(
                material, unitCliff, new ProbeWords(one, all.runs().get(0)));
    }

    /** Returns what the page says first: how the training ended, then an answer a line. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>(List.of(words.outcome()));
        words.answers().forEach(said -> findings.add(said.question() + " " + said.answer()));
        return findings;
    }

    /**
     * Returns the page as HTML.
     *
     * @param command that makes it again
     * @param part of the plan that was run
     */
    public String html(String command, String part) {
        return Pages.html(cover(), material, ProbedRun.sections(command, part));
    }

    private Cover cover() {
        Run run = material.run().runs().get(0);
        Page.Head head = new Page.Head(
                material.run().manifest().provenance().plan(),
                KICKER,
                "Why are long spans hard?",
                "One training run of " + run.problem() + ", and what probes found in it",
                "Made from the run's records alone. The command above makes it again.");
        List<Page.Reply> replies = words.answers().stream()
                .map(said -> new Page.Reply(said.question(), said.answer(), said.figure()))
                .toList();
        List<Block> opening = UnitCliffFigure.of(unitCliff)
                .map(material::drawing)
                .map(List::of)
                .orElse(List.of());
        return new Cover(head, new Page.Said(words.headline(), "", "What the probes found", "", replies), opening);
    }
}
