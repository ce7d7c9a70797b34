package org.longspan.reports.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.record.ModelChoice;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.CellResult;

/** The cells that a run has, by what they are in every run. One that is left out or skipped it has not. */
final class RunCells {

    /**
     * A cell.
     *
     * @param arm as the base names it, or as the other run does where the base has none for it
     * @param known whether the base may have such an arm
     * @param place the problem
     */
    record Key(Arm arm, boolean known, Place place) {}

    private RunCells() {}

    /** Returns the cells of the base. */
    static Map<Key, CellResult> ofBase(ComparedRun base) {
        return of(base, NameMatch.EQUAL);
    }

    /** Returns the number of cells that both runs have. */
    static int shared(ComparedRun base, ComparedRun other, NameMatch match) {
        Map<Key, CellResult> theirs = of(other, match);
        return (int) ofBase(base).keySet().stream().filter(theirs::containsKey).count();
    }

    /** Returns the cells of another run, its arms named as the base does, in the grid's order. */
    static Map<Key, CellResult> of(ComparedRun run, NameMatch match) {
        Map<String, ModelChoice> models = new LinkedHashMap<>();
        run.run().models().forEach((model, name) -> models.put(name, model));
        Map<Key, CellResult> cells = new LinkedHashMap<>();
        for (CellResult cell :
                run.run().cells(any -> !any.leftOut() && any.skipReason().isEmpty())) {
            Place place = new Place(
                    models.get(cell.problem().model()), cell.problem().entry().task());
            Optional<Arm> arm = match.inBase(cell.arm());
            cells.put(new Key(arm.orElse(cell.arm()), arm.isPresent(), place), cell);
        }
        return cells;
    }
}
