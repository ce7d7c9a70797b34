package org.longspan.microbench.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A table of words and numbers that prints as Markdown and converts to JSON. */
final class Table {

    private static final String MISSING = "–";

    private final String title;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row of strings, numbers and {@link Spread}s, one per column; a cell may be an optional of these. */
    void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells in table " + title + ", expected " + columns.size());
        }
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String title() {
        return title;
    }

    /** Returns each row as a map from column to value; a missing value is null. */
    List<Map<String, Object>> data() {
        List<Map<String, Object>> data = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int c = 0; c < row.size(); c++) {
                named.put(columns.get(c), plain(row.get(c)));
            }
            data.add(named);
        }
        return data;
    }

    private static Object plain(Object cell) {
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? (Object) number.getAsDouble() : null;
        }
        return cell instanceof Optional<?> value ? value.orElse(null) : cell;
    }

    /** Returns the title and the table in Markdown, with numbers to three digits, quartiles in brackets. */
    String markdown() {
        StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
        line(text, columns);
        line(text, columns.stream().map(c -> "---").toList());
        for (List<Object> row : rows) {
            line(text, row.stream().map(Table::words).toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String words(Object cell) {
        Object value = plain(cell);
        if (value == null) {
            return MISSING;
        }
        if (value instanceof Spread s) {
            return number(s.median()) + " (" + number(s.lower()) + " to " + number(s.upper()) + ")";
        }
        return value instanceof Number number ? number(number.doubleValue()) : value.toString();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
