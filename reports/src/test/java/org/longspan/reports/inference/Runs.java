package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;

/** Evaluations written in a few words. Every run has bits of its own. */
final class Runs {

    private final List<Evaluation> runs = new ArrayList<>();

    Runs add(int optimizer, int clipping, int task, int block, double score) {
        return add(new Evaluation(0, task, optimizer, clipping, 0, 0, block, score, runs.size()));
    }

    Runs add(Evaluation run) {
        runs.add(run);
        return this;
    }

    List<Evaluation> list() {
        return runs;
    }
}
