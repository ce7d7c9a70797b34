package org.longspan.reports.compare;

import java.util.List;
import java.util.stream.Stream;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.page.FilterNames;
import org.longspan.reports.summary.Arm;

/** What the filter of the page knows rows by: the base's names of methods, problems, and the verdict. */
final class CompareTags {

    /** Verdicts in the order in which they are offered. */
    static final List<String> VERDICTS =
            List.of("better", "worse", "equivalent", "insensitive", "inconclusive", "untested", CompareWords.IDENTICAL);

    private final Names names;
    private final List<String> optimizers;
    private final List<String> clippings;

    CompareTags(Comparison comparison) {
        names = comparison.names();
        optimizers = names(comparison.base().run().manifest().design().optimizers());
        clippings = names(comparison.base().run().manifest().design().clippings());
    }

    private static List<String> names(List<MethodEntry> methods) {
        return methods.stream().map(MethodEntry::name).toList();
    }

    FilterNames filter() {
        return new FilterNames(optimizers, clippings, names.allModels(), names.allTasks(), VERDICTS, "Verdict");
    }

    Tags of(ScoreRow row) {
        Stream<Arm> arm = row.arm().map(ScoreRow.ArmPair::base).stream();
        Tags tags = arm.map(base -> new Tags(
                        optimizers.indexOf(base.optimizer()),
                        clippings.indexOf(base.clipping()),
                        Tags.ANY,
                        Tags.ANY,
                        Tags.ANY))
                .findFirst()
                .orElse(Tags.NONE);
        int model = row.place()
                .map(place -> names.allModels().indexOf(names.model(place)))
                .orElse(Tags.ANY);
        int task = row.place()
                .map(place -> names.allTasks().indexOf(names.taskAndLength(place)))
                .orElse(Tags.ANY);
        return new Tags(tags.optimizer(), tags.clipping(), model, task, VERDICTS.indexOf(CompareWords.verdict(row)));
    }
}
