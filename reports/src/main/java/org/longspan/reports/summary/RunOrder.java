package org.longspan.reports.summary;

import java.util.Comparator;
import java.util.List;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.Stage;

/** The order of a cell's runs: by stage, then repetition, then id, whatever order they finished in. */
final class RunOrder {

    private RunOrder() {}

    static Comparator<Run> of(Manifest manifest) {
        List<String> stages =
                manifest.tuning().stages().stream().map(Stage::name).toList();
        return Comparator.<Run>comparingInt(run -> stages.indexOf(run.stage()))
                .thenComparingInt(run -> run.trial().repetition())
                .thenComparing(run -> run.stored().id());
    }
}
