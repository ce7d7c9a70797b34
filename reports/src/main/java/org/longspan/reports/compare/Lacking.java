package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.finding.Sense;
import org.longspan.reports.inference.Assay;
import org.longspan.reports.inference.AssaySensitivity;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.Insensitivity;

/**
 * What keeps a small difference of two runs from showing that they are equivalent. The rules are those within a plan, asked
 * of the base: its problems are informative, and its positive control was shown to harm. What follows from the scores is
 * looked at where they are compared.
 */
final class Lacking {

    private final Map<Place, Boolean> informative = new LinkedHashMap<>();
    private final Optional<Insensitivity> control;

    Lacking(ComparedRun base) {
        List<Sense> senses = Sense.of(base.run());
        base.run()
                .models()
                .forEach((model, name) -> senses.stream()
                        .filter(sense -> sense.problem().model().equals(name))
                        .forEach(sense -> informative.put(
                                new Place(model, sense.problem().entry().task()), sense.informative())));
        control = control(base);
    }

    private static Optional<Insensitivity> control(ComparedRun base) {
        IndexedRun rows = IndexedRun.of(base.run());
        Design design = rows.design();
        int positive = design.assay().positiveControl();
        if (positive == Assay.NONE
                || design.control() == Design.NONE
                || rows.evaluations().isEmpty()) {
            return Optional.of(Insensitivity.NO_POSITIVE_CONTROL);
        }
        Seed seed = Seed.root(base.run().manifest().rules().seed()).with("inference", 0);
        return AssaySensitivity.lacking(design, rows.evaluations(), seed, Factor.CLIPPING, positive, design.control())
                .stream()
                .filter(Set.of(Insensitivity.NO_POSITIVE_CONTROL, Insensitivity.POSITIVE_CONTROL_NOT_SHOWN)::contains)
                .findFirst();
    }

    /** Returns what the comparison by these pairs lacks in its problems and in the plan. */
    List<Insensitivity> of(List<PairedRuns.Pair> pairs) {
        List<Insensitivity> lacking = new ArrayList<>();
        if (!pairs.stream().allMatch(pair -> informative.getOrDefault(pair.place(), false))) {
            lacking.add(Insensitivity.PROBLEM_NOT_INFORMATIVE);
        }
        control.ifPresent(lacking::add);
        return lacking;
    }
}
