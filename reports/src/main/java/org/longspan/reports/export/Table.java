package org.longspan.reports.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.longspan.reports.export.Column.Kind;

/**
 * A tidy table: a file, what one of its rows is, and its columns. This is the only place that says so: the files, the
 * dictionary and {@code docs/exported-tables.md} are made from it.
 *
 * <pre>{@code
 * Table<Point> POINTS = Table.<Point>of("points", "a point of the plane")
 *         .number("x", "m", "to the east", Point::x)
 *         .number("y", "m", "to the north", Point::y);
 * }</pre>
 *
 * @param name of the table, and of its file without the ending
 * @param row what one row is
 * @param columns from left to right
 * @param <R> what a row is made of
 */
public record Table<R>(String name, String row, List<Column<R>> columns) {

    private static final String ENDING = ".csv";

    public Table {
        columns = List.copyOf(columns);
    }

    /** Returns a table without columns. */
    static <R> Table<R> of(String name, String row) {
        return new Table<>(name, row, List.of());
    }

    /** Returns the name of its file. */
    public String file() {
        return name + ENDING;
    }

    /** Returns this table with a column of text. */
    Table<R> text(String column, String meaning, Function<? super R, String> value) {
        return with(new Column<>(column, Kind.TEXT, "", meaning, value));
    }

    /** Returns this table with a column of whole numbers. */
    Table<R> whole(String column, String unit, String meaning, Function<? super R, ? extends Number> value) {
        return with(new Column<>(column, Kind.INTEGER, unit, meaning, value));
    }

    /** Returns this table with a column of numbers. */
    Table<R> number(String column, String unit, String meaning, Function<? super R, Double> value) {
        return with(new Column<>(column, Kind.NUMBER, unit, meaning, value));
    }

    /** Returns this table with a column of true and false. */
    Table<R> either(String column, String meaning, Function<? super R, Boolean> value) {
        return with(new Column<>(column, Kind.BOOLEAN, "", meaning, value));
    }

    /** Returns this table with a column of times. */
    Table<R> time(String column, String meaning, Function<? super R, String> value) {
        return with(new Column<>(column, Kind.TIME, "UTC", meaning, value));
    }

    private Table<R> with(Column<R> column) {
        List<Column<R>> more = new ArrayList<>(columns);
        more.add(column);
        return new Table<>(name, row, more);
    }
}
