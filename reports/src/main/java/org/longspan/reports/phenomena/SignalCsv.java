package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.longspan.reports.figure.Csv;

/** The numbers of {@link SignalFigure}, and the names that the probe gives them. */
final class SignalCsv {

    static final String JACOBIAN = "jacobian";

    private static final String PART = "signal ";

    private SignalCsv() {}

    /** Returns the names of all tables: the whole signal, the Jacobian and the parts of the state. */
    static List<String> tables(Pooled one) {
        List<String> tables = new ArrayList<>(List.of("signal", JACOBIAN));
        tables.addAll(parts(one));
        return tables;
    }

    /** Returns the names of the tables of the parts of the state. */
    static List<String> parts(Pooled one) {
        return one.tables(PART);
    }

    /** Returns a part as a reader calls it: {@code h} or {@code c}, with its layer where there are several. */
    static String part(String table, List<String> all) {
        String name = table.substring(PART.length());
        int dot = name.indexOf('.');
        if (dot < 0) {
            return name;
        }
        String layer = name.substring(0, dot).replaceFirst("^layer", "");
        String state = name.substring(dot + 1).equals("inner") ? "c" : name.substring(dot + 1);
        boolean several = all.stream()
                        .map(other -> other.substring(0, Math.max(0, other.indexOf('.'))))
                        .distinct()
                        .count()
                > 1;
        return several ? state + ", layer " + layer : state;
    }

    /** Returns the greatest number of sequences at a lag of any run. */
    static long samples(Pooled one, String table) {
        return one.byLag(table, of -> of.column("samples")).values().stream()
                .mapToLong(at -> (long) at.median())
                .max()
                .orElse(0);
    }

    /** Returns whether the whole signal falls under the floor at some lag. */
    static boolean fades(Pooled one) {
        return one.logByLag("signal", "median").entrySet().stream()
                .anyMatch(at -> at.getKey() > 0 && at.getValue().median() == Double.NEGATIVE_INFINITY);
    }

    /** Returns the quartiles over runs of a horizon, which is infinite where a run does not reach it. */
    static Middle horizon(Pooled one, String name) {
        return one.of(found -> {
            double horizon = found.number(name);
            return Double.isNaN(horizon) ? Double.POSITIVE_INFINITY : horizon;
        });
    }

    static String of(List<Pooled> pooled) {
        Csv csv = new Csv(
                "model",
                "moment",
                "updates",
                "runs",
                "quantity",
                "lag",
                "lower",
                "median",
                "upper",
                "runs_lower",
                "runs_upper",
                "slope",
                "horizon");
        for (Pooled one : pooled) {
            for (String table : tables(one)) {
                rows(csv, one, table);
            }
        }
        return csv.toString();
    }

    private static void rows(Csv csv, Pooled one, String table) {
        SortedMap<Integer, Middle> lower = one.logByLag(table, "lower");
        SortedMap<Integer, Middle> upper = one.logByLag(table, "upper");
        one.logByLag(table, "median")
                .forEach((lag, median) -> csv.row(
                        one.model(),
                        one.moment(),
                        one.madeUpdates(),
                        one.runs(),
                        table,
                        lag,
                        Csv.known(lower.get(lag).median()),
                        Csv.known(median.median()),
                        Csv.known(upper.get(lag).median()),
                        one.runs() == 1 ? "" : Csv.known(median.lower()),
                        one.runs() == 1 ? "" : Csv.known(median.upper()),
                        Csv.known(one.number(table + " slope").median()),
                        Csv.known(horizon(one, table + " horizon").median())));
    }
}
