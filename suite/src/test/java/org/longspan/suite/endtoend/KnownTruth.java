package org.longspan.suite.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.store.StoredRun;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.finding.IndexedRun;
import org.longspan.reports.inference.Analysis;
import org.longspan.reports.inference.ClippingAnswers;
import org.longspan.reports.inference.Design;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Effort;
import org.longspan.reports.inference.Evaluation;
import org.longspan.reports.summary.ArrangedRun;

/**
 * Asks the inference what it says of a real run whose truth is known because it was changed: the labels of clippings are
 * permuted within each (optimizer, problem, block), 100 times, so no clipping does anything; and a clipping is added that
 * does what none does at 0.8 of its cost, in as many blocks as another one. Run it with the folder of a run.
 */
public final class KnownTruth {

    private static final int TIMES = 100;
    private static final Effort EFFORT = new Effort(14, 4999, 20, 20_000);
    private static final double CHEAPER = 0.8;

    private final Design design;
    private final List<Evaluation> rows;

    private KnownTruth(IndexedRun run) {
        this.design = run.design();
        this.rows = run.evaluations();
    }

    /** Prints how many of the permuted runs say anything of a clipping, and what is said of the cheaper copy of none. */
    public static void main(String[] args) {
        StoredRun stored = StoredRun.read(Path.of(args[0]));
        KnownTruth known = new KnownTruth(IndexedRun.of(ArrangedRun.of(stored.manifest(), stored.results())));
        int speaking = 0;
        for (int i = 0; i < TIMES; i++) {
            speaking += known.speaks(known.permuted(i), i) ? 1 : 0;
        }
        System.out.println("labels permuted: " + speaking + " of " + TIMES + " analyses say something of a clipping");
        System.out.println("none at " + CHEAPER + " of its cost: " + known.ofCheaperCopy());
    }

    private boolean speaks(List<Evaluation> permuted, int index) {
        ClippingAnswers said = Analysis.of(design, permuted, Seed.root(index).with("known", "null"), EFFORT)
                .clippings();
        return said.pooled().stream().anyMatch(Effect::shown)
                || said.pairs().stream().anyMatch(Effect::shown)
                || said.perOptimizer().stream().anyMatch(Effect::shown)
                || said.perProblem().stream().anyMatch(Effect::shown);
    }

    private List<Evaluation> permuted(int index) {
        Map<List<Integer>, List<Evaluation>> groups = new LinkedHashMap<>();
        for (Evaluation row : rows) {
            groups.computeIfAbsent(
                            List.of(row.model(), row.task(), row.optimizer(), row.block()), key -> new ArrayList<>())
                    .add(row);
        }
        RandomStream stream = Seed.root(index).with("known", "labels").stream();
        List<Evaluation> permuted = new ArrayList<>();
        groups.values().forEach(group -> {
            List<Integer> labels =
                    new ArrayList<>(group.stream().map(Evaluation::clipping).toList());
            for (int i = labels.size() - 1; i > 0; i--) {
                Collections.swap(labels, i, stream.nextInt(i + 1));
            }
            for (int i = 0; i < group.size(); i++) {
                permuted.add(with(group.get(i), labels.get(i), group.get(i).score()));
            }
        });
        return permuted;
    }

    private String ofCheaperCopy() {
        int other = rows.stream()
                .mapToInt(Evaluation::clipping)
                .filter(clipping -> clipping != design.control())
                .findFirst()
                .orElseThrow();
        int copy = 1 + rows.stream().mapToInt(Evaluation::clipping).max().orElseThrow();
        Map<List<Integer>, Evaluation> controls = new LinkedHashMap<>();
        rows.stream().filter(row -> row.clipping() == design.control()).forEach(row -> controls.put(place(row), row));
        List<Evaluation> all = new ArrayList<>(rows);
        rows.stream()
                .filter(row -> row.clipping() == other && controls.containsKey(place(row)))
                .map(row -> controls.get(place(row)))
                .forEach(row -> all.add(with(row, copy, row.score() == 0 ? 0 : 1 - CHEAPER * (1 - row.score()))));
        Effect effect = Analysis.of(design, all, Seed.root(0).with("known", "copy")).clippings().pooled().stream()
                .filter(one -> one.contrast().of() == copy)
                .findFirst()
                .orElseThrow();
        return effect.verdict() + ", mean " + effect.mean() + ", " + effect.counts() + ", adjusted p "
                + effect.adjustedP();
    }

    private static List<Integer> place(Evaluation row) {
        return List.of(row.model(), row.task(), row.optimizer(), row.block());
    }

    private static Evaluation with(Evaluation row, int clipping, double score) {
        return new Evaluation(
                row.model(),
                row.task(),
                row.optimizer(),
                clipping,
                row.schedule(),
                row.policy(),
                row.block(),
                score,
                row.bits());
    }
}
