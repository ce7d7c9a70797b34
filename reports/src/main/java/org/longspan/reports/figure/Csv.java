package org.longspan.reports.figure;

/** Comma-separated values, RFC 4180, one header line. */
public final class Csv {

    private final StringBuilder text = new StringBuilder();

    /** Begins with the names of the columns. */
    public Csv(String... header) {
        row((Object[]) header);
    }

    /** Adds a row; null becomes an empty field. */
    public Csv row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(field(values[i]));
        }
        text.append('\n');
        return this;
    }

    private static String field(Object value) {
        String s = value == null ? "" : value.toString();
        boolean plain = s.indexOf(',') < 0 && s.indexOf('"') < 0 && s.indexOf('\n') < 0;
        return plain ? s : '"' + s.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
