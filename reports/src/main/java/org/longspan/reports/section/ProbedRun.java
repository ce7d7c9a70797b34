package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.Trial;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Block.Fact;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.phenomena.TrainingFigure;
import org.longspan.reports.summary.Run;

/** The sections of the page of a single run beside what probes found in it. */
public final class ProbedRun {

    private ProbedRun() {}

    /**
     * Returns the sections of the page, from top to bottom.
     *
     * @param command that makes the page again
     * @param part of the plan that was run, as {@code longspan run --only} reads it
     */
    public static List<Section> sections(String command, String part) {
        return List.of(
                ProbedRun::ran, ProbedRun::found, material -> again(material, command, part), new MethodSection());
    }

    private static Optional<Part> ran(Material material) {
        Run run = material.run().runs().get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts("facts", facts(material, run)));
        String model = run.problem().model();
        blocks.add(
                new Block.Facts("models", List.of(new Fact(model, material.run().described(model)))));
        TrainingFigure.of(run).map(material::drawing).ifPresent(blocks::add);
        return Optional.of(new Part("run", "Run", "What was run", blocks));
    }

    private static Optional<Part> found(Material material) {
        return Optional.of(
                new Part("phenomena", "Phenomena", "Why long spans are hard", Phenomena.ofOneRun(material.looks())));
    }

    private static List<Fact> facts(Material material, Run run) {
        Trial trial = run.trial();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Model", run.problem().model()));
        facts.add(new Fact("Task", run.problem().on()));
        facts.add(new Fact("Optimizer", described(trial.optimizer())));
        facts.add(new Fact("Clipping", described(trial.clipping())));
        facts.add(new Fact(
                "Training",
                "at most " + TextFormat.count(trial.budget().updates(), "update") + " of "
                        + TextFormat.count(trial.budget().batch(), "sequence")));
        facts.add(new Fact("Outcome", outcome(run)));
        facts.add(new Fact(
                "Seed", String.valueOf(material.run().manifest().rules().seed())));
        facts.addAll(circumstances(material, run.stored().circumstances()));
        return facts;
    }

    private static String outcome(Run run) {
        return Outcomes.word(run.outcome()) + " after "
                + TextFormat.count(run.stored().result().costs().updates(), "update");
    }

    private static List<Fact> circumstances(Material material, Circumstances c) {
        double looked = material.looks().runs().stream()
                .flatMap(one -> one.looks().stream())
                .mapToDouble(ProbeLook::seconds)
                .sum();
        Manifest.Provenance made = material.run().manifest().provenance();
        String commit = made.commit().isEmpty()
                ? ""
                : ", commit "
                        + made.commit().substring(0, Math.min(12, made.commit().length()));
        return List.of(
                new Fact(
                        "Time",
                        TextFormat.duration(c.seconds()) + " of training, " + TextFormat.duration(looked)
                                + " of probes"),
                new Fact("Longspan", made.version() + commit),
                new Fact("JDK", c.jdk()),
                new Fact("CPU", c.cpu()),
                new Fact("Kernels", c.kernels()));
    }

    private static String described(Choice choice) {
        Map<String, Object> values = choice.settings().values();
        return values.isEmpty()
                ? choice.name()
                : values.entrySet().stream()
                        .map(e -> e.getKey() + " "
                                + (e.getValue() instanceof Double d ? TextFormat.precise(d) : e.getValue()))
                        .collect(Collectors.joining(", ", choice.name() + " (", ")"));
    }

    private static Optional<Part> again(Material material, String command, String part) {
        Manifest.Provenance made = material.run().manifest().provenance();
        Map<String, Double> seconds = material.looks().runs().stream()
                .flatMap(one -> one.looks().stream())
                .collect(Collectors.groupingBy(
                        ProbeLook::probe, LinkedHashMap::new, Collectors.summingDouble(ProbeLook::seconds)));
        List<Fact> took = seconds.entrySet().stream()
                .map(e -> new Fact(e.getKey(), TextFormat.precise(e.getValue()) + " s"))
                .toList();
        return Optional.of(new Part(
                "again",
                "Again",
                "Make it again",
                List.of(
                        new Block.Words("This command gives the same numbers on every machine; times differ."),
                        new Block.Code("The command", command),
                        new Block.Fold(
                                "The plan of this run",
                                "the same run and the same probes, with their records in a folder",
                                false,
                                List.of(
                                        new Block.Words(
                                                "Saved as a file " + made.plan() + ".yaml, this plan is run by the"
                                                        + " command below. Its other clippings are those that clip-bias compares;"
                                                        + " without --only they are run too."),
                                        new Block.Code(
                                                "The command of the plan",
                                                "./longspan run " + made.plan() + ".yaml --only " + part),
                                        new Block.Code("The plan", made.planText()))),
                        new Block.Fold(
                                "What each probe took",
                                "seconds of this machine, all moments together",
                                false,
                                List.of(new Block.Facts("facts", took))))));
    }
}
