package org.longspan.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.figure.Tags;

/**
 * A table that sorts and filters. A row can be linked to by the id of the table and its first cells.
 *
 * @param id unique in the page
 * @param title what a screen reader says first
 * @param columns from left to right, the first names the row
 * @param rows from top to bottom
 */
public record Table(String id, String title, List<Column> columns, List<Row> rows) {

    /** What stands for no value. */
    public static final String NOTHING = "–";

    /** A column: its heading, and whether it is set to the right, as numbers are. */
    public record Column(String head, boolean number) {}

    /**
     * A row.
     *
     * @param tags what it belongs to
     * @param cells a text a column
     * @param link id of the place in the page to which its first cell leads; empty if to none
     */
    public record Row(Tags tags, List<String> cells, String link) {

        /** Returns this row, whose first cell leads to the place with that id. */
        public Row to(String id) {
            return new Row(tags, cells, id);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Returns a table without rows; a heading that begins with {@code #} is of numbers. */
    public static Table of(String id, String title, String... heads) {
        List<Column> columns = new ArrayList<>();
        for (String head : heads) {
            boolean number = head.startsWith("#");
            columns.add(new Column(number ? head.substring(1) : head, number));
        }
        return new Table(id, title, columns, List.of());
    }

    /** Returns this table with these rows. */
    public Table with(List<Row> all) {
        return new Table(id, title, columns, all);
    }

    /** Returns a row. */
    public static Row row(Tags tags, Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(String.valueOf(cell));
        }
        return new Row(tags, texts, "");
    }

    /** Returns the text of an attribute that tags a row, null where it belongs to none or to several. */
    public static String tag(int place) {
        return place == Tags.ANY ? null : String.valueOf(place);
    }

    /** Returns classes that set numbers to the right: a class a column costs less than one a cell. */
    public String classes() {
        StringBuilder classes = new StringBuilder("sortable");
        for (int i = 0; i < columns.size(); i++) {
            classes.append(columns.get(i).number() ? " n" + (i + 1) : "");
        }
        return classes.toString();
    }
}
