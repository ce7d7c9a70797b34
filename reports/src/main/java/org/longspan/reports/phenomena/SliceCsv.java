package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.ProbeFinding.Table;
import org.longspan.reports.figure.Csv;

/**
 * The numbers of planes: the losses as a matrix, a row an a and a column a b, to the seven digits of a float; then the
 * paths, a row a place.
 *
 * @param planes that are shown
 */
record SliceCsv(List<Plane> planes) {

    String text() {
        int most = planes.stream()
                .mapToInt(plane -> plane.land().up().length)
                .max()
                .orElse(0);
        List<String> heads = new ArrayList<>(
                List.of("model", "optimizer", "clipping", "block", "what", "place", "a", "b", "share_outside"));
        for (int j = 0; j < most; j++) {
            heads.add("loss_" + j);
        }
        Csv csv = new Csv(heads.toArray(String[]::new));
        for (Plane plane : planes) {
            grid(csv, plane, most);
            path(csv, plane.run(), plane.own(), most);
            path(csv, plane.run(), plane.pair(), most);
        }
        return csv.toString();
    }

    private static void grid(Csv csv, Plane plane, int most) {
        Landscape land = plane.land();
        List<Object> places = row(plane.run(), "b of each loss", "", "", "", "");
        for (double b : land.up()) {
            places.add(b);
        }
        add(csv, places, most);
        for (int i = 0; i < land.across().length; i++) {
            List<Object> losses = row(plane.run(), "losses", i, land.across()[i], "", "");
            for (double loss : land.heights()[i]) {
                losses.add((float) loss);
            }
            add(csv, losses, most);
        }
    }

    private static void path(Csv csv, Probed run, Table path, int most) {
        for (int k = 0; k < path.rows(); k++) {
            List<Object> row = row(
                    run,
                    path.name(),
                    (long) path.column("place")[k],
                    path.column("a")[k],
                    path.column("b")[k],
                    path.column("share outside")[k]);
            add(csv, row, most);
        }
    }

    private static List<Object> row(Probed run, Object... values) {
        return new ArrayList<>(List.of(run.row(values)));
    }

    /** Adds a row of 9 columns and as many losses as any plane has. */
    private static void add(Csv csv, List<Object> row, int losses) {
        while (row.size() < 9 + losses) {
            row.add("");
        }
        csv.row(row.toArray());
    }
}
