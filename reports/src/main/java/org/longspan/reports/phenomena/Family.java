package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeFinding.Measured;
import org.longspan.harness.record.ProbeLook;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;

/**
 * What one probe found in all runs on one task of one length.
 *
 * @param probe its name
 * @param on the task and its length, as a reader calls them
 * @param pooled a model and moment each, those with a run that was measured
 * @param missing what could not be measured and why, a sentence each
 * @param tags of a run of each model
 */
record Family(String probe, String on, List<Pooled> pooled, List<String> missing, Map<String, Tags> tags) {

    /** Pools the runs of {@code probed}, which share task and length. */
    static Family of(String probe, List<Probed> probed) {
        List<Pooled> pooled = new ArrayList<>();
        Set<String> models = probed.stream().map(Probed::model).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> moments = looks(probe, probed, all -> true)
                .map(ProbeLook::moment)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String moment : moments) {
            for (String model : models) {
                pool(probe, model, moment, probed).ifPresent(pooled::add);
            }
        }
        Map<String, Tags> tags = new LinkedHashMap<>();
        probed.forEach(run -> tags.putIfAbsent(run.model(), run.tags()));
        String on = probed.isEmpty() ? "" : probed.get(0).on();
        return new Family(probe, on, pooled, missing(probe, models, probed), tags);
    }

    private static Optional<Pooled> pool(String probe, String model, String moment, List<Probed> probed) {
        List<ProbeLook> looks = looks(probe, probed, run -> run.model().equals(model))
                .filter(look -> look.moment().equals(moment) && look.finding() instanceof Measured)
                .toList();
        return looks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pooled(
                        model,
                        moment,
                        looks.stream().map(ProbeLook::updates).toList(),
                        looks.stream().map(look -> (Measured) look.finding()).toList()));
    }

    private static Stream<ProbeLook> looks(String probe, List<Probed> probed, Predicate<Probed> of) {
        return probed.stream()
                .filter(of)
                .flatMap(run -> run.looks().stream())
                .filter(look -> look.probe().equals(probe));
    }

    /** A run that ended before a moment lacks nothing else; the number of runs says so. */
    private static List<String> missing(String probe, Set<String> models, List<Probed> probed) {
        Set<String> said = new LinkedHashSet<>();
        for (String model : models) {
            looks(probe, probed, run -> run.model().equals(model))
                    .map(ProbeLook::finding)
                    .flatMap(Family::reasons)
                    .forEach(reason -> said.add(model + ": " + reason));
        }
        return List.copyOf(said);
    }

    private static Stream<String> reasons(ProbeFinding finding) {
        if (finding instanceof Measured measured) {
            return measured.notes().stream();
        }
        if (finding instanceof ProbeFinding.Failed failed) {
            return Stream.of("the probe broke off, " + failed.error());
        }
        ProbeFinding.Skipped skipped = (ProbeFinding.Skipped) finding;
        return skipped.missedItsMoment() ? Stream.empty() : Stream.of(skipped.reason());
    }

    /** Returns the models that were measured, in the order of the runs. */
    List<String> models() {
        return pooled.stream().map(Pooled::model).distinct().toList();
    }

    /** Returns the moments at which any was, in the order of the plan. */
    List<String> moments() {
        return pooled.stream().map(Pooled::moment).distinct().toList();
    }

    /** Returns those of one model, in the order of the moments. */
    List<Pooled> of(String model) {
        return pooled.stream().filter(one -> one.model().equals(model)).toList();
    }

    /** Returns those of one moment, in the order of the models. */
    List<Pooled> at(String moment) {
        return pooled.stream().filter(one -> one.moment().equals(moment)).toList();
    }

    /** Returns whether any is made of several runs. */
    boolean pools() {
        return pooled.stream().anyMatch(one -> one.runs() > 1);
    }

    /** Returns an id for a figure, unique among tasks and lengths. */
    String id() {
        return FigureId.of(probe, on);
    }

    /** Returns the place of a model among those of the run, which its colour follows; else among those measured. */
    int place(String model) {
        int inRun = tags.get(model).model();
        return inRun == Tags.ANY ? models().indexOf(model) : inRun;
    }

    /** Returns by what the page's filter hides a model. */
    Tags tags(String model) {
        Tags of = tags.get(model);
        return new Tags(Tags.ANY, Tags.ANY, of.model(), of.task(), Tags.ANY);
    }

    /** Returns a moment as a few words. */
    String words(String moment) {
        List<Long> updates =
                at(moment).stream().flatMap(one -> one.updates().stream()).toList();
        String made = TextFormat.count(
                Math.round(Middle.of(updates.stream().map(Long::doubleValue).toList())
                        .median()),
                "update");
        return switch (moment) {
            case "0" -> "at initialization";
            case ProbeChoice.SOLVED -> "when solved, " + about(updates) + made;
            case ProbeChoice.END -> "at the end, " + about(updates) + made;
            default -> "after " + made;
        };
    }

    private static String about(List<Long> updates) {
        return updates.stream().distinct().count() > 1 ? "median " : "";
    }

    /** Returns how many runs stand behind the figure, as a sentence that begins with a space. */
    String counted() {
        List<Integer> counts = pooled.stream().map(Pooled::runs).distinct().toList();
        if (counts.size() == 1) {
            return " n: " + TextFormat.count(counts.get(0), "run") + (models().size() > 1 ? " of each model" : "")
                    + (moments().size() > 1 ? " at each moment" : "") + ".";
        }
        return " n, runs at " + moments().stream().map(this::brief).collect(Collectors.joining(" / ")) + ": "
                + models().stream()
                        .map(model -> model + " "
                                + moments().stream()
                                        .map(moment -> "" + runs(model, moment))
                                        .collect(Collectors.joining(" / ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private String brief(String moment) {
        return moment.matches("[0-9]+") ? "update " + moment : "\u201c" + moment + "\u201d";
    }

    private int runs(String model, String moment) {
        return of(model).stream()
                .filter(one -> one.moment().equals(moment))
                .mapToInt(Pooled::runs)
                .sum();
    }

    /** Returns what could not be measured, as sentences that begin with a space, or nothing. */
    String lacking() {
        return missing.stream()
                .map(sentence -> " Not measured of " + sentence + ".")
                .collect(Collectors.joining());
    }
}
