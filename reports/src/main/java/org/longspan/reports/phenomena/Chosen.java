package org.longspan.reports.phenomena;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.longspan.reports.figure.TextFormat;

/**
 * Which runs a figure shows, because it cannot show all: of each model in turn the one that stands out most.
 *
 * @param shown in the order of the run
 * @param all how many there are
 */
record Chosen<T>(List<T> shown, int all) {

    /** So many small multiples can be compared at a glance. */
    static final int MOST = 6;

    static <T> Chosen<T> of(List<T> all, Function<T, String> model, ToDoubleFunction<T> height) {
        Map<String, List<T>> byModel = new LinkedHashMap<>();
        all.forEach(one -> byModel.computeIfAbsent(model.apply(one), m -> new ArrayList<>())
                .add(one));
        byModel.values()
                .forEach(of -> of.sort(Comparator.comparingDouble(height).reversed()));
        List<T> chosen = new ArrayList<>();
        for (int rank = 0; rank < all.size(); rank++) {
            for (List<T> of : byModel.values()) {
                if (rank < of.size() && chosen.size() < MOST) {
                    chosen.add(of.get(rank));
                }
            }
        }
        return new Chosen<>(all.stream().filter(chosen::contains).toList(), all.size());
    }

    /** Says which are shown, in a sentence behind a space; nothing where all are. */
    String said(String which) {
        return shown.size() == all
                ? ""
                : " Shown: " + shown.size() + " of " + TextFormat.count(all, "run") + ", of each model in turn the one "
                        + which + ".";
    }
}
