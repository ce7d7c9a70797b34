package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;

/**
 * A part of a grid, such as {@code optimizer=adam,clipping=none,block=0}. A key that is given several times lets any of
 * its values pass; of different keys all must.
 */
public final class CellFilter {

    private static final Map<String, Function<GridCell, String>> KEYS = keys();

    private final Map<String, Set<String>> wanted;

    private CellFilter(Map<String, Set<String>> wanted) {
        this.wanted = wanted;
    }

    /**
     * Returns the part of {@code grid} that {@code text} names; an empty text names all of it.
     *
     * @throws UserError for an unknown key, for a value that no cell has, and if no cell is left
     */
    public static List<GridCell> of(String text, Grid grid) {
        CellFilter filter = new CellFilter(new TreeMap<>());
        for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            filter.add(pair.strip(), grid);
        }
        List<GridCell> cells = grid.cells().stream().filter(filter::takes).toList();
        if (cells.isEmpty()) {
            throw new UserError("--only " + text + " leaves no cell of plan "
                    + grid.plan().name() + ", expected values that meet in at least one cell");
        }
        return cells;
    }

    private void add(String pair, Grid grid) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (equals < 0 || !KEYS.containsKey(key)) {
            throw new UserError("--only " + Shown.value(pair) + " is given, expected key=value with one of the keys "
                    + String.join(", ", KEYS.keySet()) + NameHint.hint(key, KEYS.keySet()));
        }
        Set<String> known = new TreeSet<>();
        grid.cells().forEach(cell -> known.add(KEYS.get(key).apply(cell)));
        if (!known.contains(value)) {
            throw new UserError("--only " + key + "=" + Shown.value(value) + ": no cell of plan "
                    + grid.plan().name() + " has it, expected one of "
                    + String.join(", ", new ArrayList<>(known)));
        }
        wanted.computeIfAbsent(key, none -> new TreeSet<>()).add(value);
    }

    private boolean takes(GridCell cell) {
        return wanted.entrySet().stream()
                .allMatch(entry ->
                        entry.getValue().contains(KEYS.get(entry.getKey()).apply(cell)));
    }

    private static Map<String, Function<GridCell, String>> keys() {
        Map<String, Function<GridCell, String>> keys = new LinkedHashMap<>();
        keys.put("optimizer", cell -> cell.arm().optimizer());
        keys.put("clipping", cell -> cell.arm().clipping());
        keys.put("schedule", cell -> cell.arm().schedule().name());
        keys.put("policy", cell -> cell.arm().policy().name());
        keys.put("model", cell -> cell.model().cell().name());
        keys.put("task", cell -> cell.task().family());
        keys.put("length", cell -> Integer.toString(cell.task().length()));
        keys.put("block", cell -> Integer.toString(cell.block()));
        return keys;
    }
}
