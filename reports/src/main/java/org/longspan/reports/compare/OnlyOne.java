package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.CellResult;

/**
 * What one of two runs has and the other has not: an arm or a problem is said once, and then none of its cells.
 *
 * @param base what only the base has
 * @param other what only the other run has
 */
public record OnlyOne(Part base, Part other) {

    /**
     * What a run has alone.
     *
     * @param arms that it alone has
     * @param places problems that it alone has
     * @param cells of arms and problems that both have, which only this run combines and runs
     */
    public record Part(List<Arm> arms, List<Place> places, List<CellOf> cells) {

        /** Returns whether there is nothing. */
        public boolean isEmpty() {
            return arms.isEmpty() && places.isEmpty() && cells.isEmpty();
        }
    }

    /** An arm on a problem. */
    public record CellOf(Arm arm, Place place) {}

    static OnlyOne of(ComparedRun base, ComparedRun other, NameMatch match) {
        Map<RunCells.Key, CellResult> ours = RunCells.ofBase(base);
        Map<RunCells.Key, CellResult> theirs = RunCells.of(other, match);
        return new OnlyOne(missing(ours, theirs), missing(theirs, ours));
    }

    private static Part missing(Map<RunCells.Key, CellResult> of, Map<RunCells.Key, CellResult> in) {
        Set<List<Object>> theirArms = new HashSet<>();
        Set<Place> theirPlaces = new HashSet<>();
        in.keySet().forEach(key -> {
            theirArms.add(named(key));
            theirPlaces.add(key.place());
        });
        Set<Arm> arms = new LinkedHashSet<>();
        Set<Place> places = new LinkedHashSet<>();
        List<CellOf> cells = new ArrayList<>();
        of.forEach((key, cell) -> {
            boolean arm = theirArms.contains(named(key));
            boolean place = theirPlaces.contains(key.place());
            if (!arm) {
                arms.add(cell.arm());
            }
            if (!place) {
                places.add(key.place());
            }
            if (arm && place && !in.containsKey(key)) {
                cells.add(new CellOf(cell.arm(), key.place()));
            }
        });
        return new Part(List.copyOf(arms), List.copyOf(places), List.copyOf(cells));
    }

    private static List<Object> named(RunCells.Key key) {
        return List.of(key.known(), key.arm());
    }
}
