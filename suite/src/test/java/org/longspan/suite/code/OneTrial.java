package org.longspan.suite.code;

import java.util.List;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.optim.schedule.MomentumSchedules;

/** Runs one trial in a fresh class loader; called through {@link RecordingLoader}. */
public final class OneTrial {

    private OneTrial() {}

    /**
     * Runs the trial of a line of results.
     *
     * @param begin called right before the trainer starts, when the lists of methods, at which a trial's code is cut,
     *     have loaded their entries
     */
    public static void run(String line, Runnable begin) {
        Trial trial = RecordJson.readLine(line).trial();
        Workbench bench = new Workbench(
                TaskCatalogue.load(List.of()), KernelChoice.best("auto").kernels());
        MethodCatalogue.ofThisBuild();
        NonFinitePolicies.all();
        MomentumSchedules.all();
        begin.run();
        new Trainer(bench).run(trial);
    }
}
