package org.longspan.reports.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.io.NumberOutput;

/**
 * Writes the rows of a table as comma-separated values, as RFC 4180 has them: a line of names, every line ended by
 * carriage return and line feed, a field in quotation marks only where it must be. A missing value is an empty field,
 * an infinite one is {@code inf}, and a number has the digits that it has in JSON.
 *
 * <p>Not to be confused with {@link org.longspan.reports.figure.Csv}, whose files are for spreadsheets: there a word
 * that begins as a formula is changed, here it is what it is.
 *
 * @param <R> what a row is made of
 */
final class CsvFile<R> implements Closeable {

    private static final String INFINITE = "inf"; // as in JSON
    private static final String END = "\r\n";

    private final Writer out;
    private final List<Column<R>> columns;
    private long rows;

    /** Begins the file with the names of the columns. */
    CsvFile(Table<R> table, Writer out) throws IOException {
        this.out = out;
        this.columns = table.columns();
        String comma = "";
        for (Column<R> column : columns) {
            out.append(comma).append(field(column.name()));
            comma = ",";
        }
        out.append(END);
    }

    /** Adds a row. */
    void add(R row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            out.append(i == 0 ? "" : ",").append(field(columns.get(i).value().apply(row)));
        }
        out.append(END);
        rows++;
    }

    /** Returns the number of rows so far. */
    long rows() {
        return rows;
    }

    private static String field(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof String text) {
            return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
        return value == null ? "" : value.toString();
    }

    private static String number(double value) {
        if (Double.isFinite(value)) {
            return NumberOutput.toString(value, true); // Double.toString differs between JDK 17 and 25
        }
        return Double.isNaN(value) ? "" : value > 0 ? INFINITE : "-" + INFINITE;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c < ' ') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
