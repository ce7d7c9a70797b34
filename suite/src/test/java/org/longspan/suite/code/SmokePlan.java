package org.longspan.suite.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;

/** The cells of {@code plans/smoke.yaml}, which has every optimizer and every clipping. */
final class SmokePlan {

    static final TaskCatalogue TASKS = TaskCatalogue.load(List.of());
    static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();

    private SmokePlan() {}

    static List<GridCell> cells() {
        Path file = Checkout.root().resolve("plans/smoke.yaml");
        try {
            Plan plan = new PlanReader(METHODS, TASKS).read(file.toString(), Files.readString(file));
            Workbench bench = new Workbench(TASKS, KernelChoice.best("plain").kernels());
            return Grid.of(plan, METHODS, bench.sense()).cells();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a cell's first trial; its other trials name the same methods. */
    static Trial first(GridCell cell) {
        return cell.next(Map.of()).get(0);
    }
}
