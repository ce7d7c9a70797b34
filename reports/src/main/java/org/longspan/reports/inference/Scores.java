package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.Collection;

/**
 * All scores of a run in one array with an axis for each {@link Factor}, the last of them the fastest. A cell without
 * a run holds NaN. The order of the runs that it is made of leaves no trace.
 */
final class Scores {

    private final int[] sizes = new int[Factor.OF_EVALUATIONS.size()];
    private final int[] strides = new int[sizes.length];
    private final double[] score;
    private final long[] bits;

    Scores(Collection<Evaluation> evaluations) {
        for (Evaluation run : evaluations) {
            for (Factor factor : Factor.OF_EVALUATIONS) {
                int f = factor.ordinal();
                sizes[f] = Math.max(sizes[f], run.level(factor) + 1);
            }
        }
        int cells = 1;
        for (int f = sizes.length - 1; f >= 0; f--) {
            strides[f] = cells;
            cells = Math.multiplyExact(cells, sizes[f]);
        }
        score = new double[cells];
        bits = new long[cells];
        Arrays.fill(score, Double.NaN);
        evaluations.forEach(this::put);
    }

    private void put(Evaluation run) {
        int cell = 0;
        for (Factor factor : Factor.OF_EVALUATIONS) {
            cell += run.level(factor) * stride(factor);
        }
        if (present(cell)) {
            throw new IllegalArgumentException(
                    "two evaluation runs of one cell and block, the second is " + run + "; expected one");
        }
        score[cell] = run.score();
        bits[cell] = run.bits();
    }

    int cells() {
        return score.length;
    }

    int size(Factor factor) {
        return sizes[factor.ordinal()];
    }

    int stride(Factor factor) {
        return strides[factor.ordinal()];
    }

    /** Returns the index of {@code factor} in {@code cell}. */
    int level(Factor factor, int cell) {
        return cell / stride(factor) % size(factor);
    }

    /** Returns the cells with {@code level} of {@code factor}, ascending; none if no run has that level. */
    int[] cells(Factor factor, int level) {
        if (level < 0 || level >= size(factor)) {
            return new int[0];
        }
        int stride = stride(factor);
        int[] cells = new int[cells() / size(factor)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (i / stride * size(factor) + level) * stride + i % stride;
        }
        return cells;
    }

    /** Returns the index of the pair of model and task in {@code cell}. */
    int problem(int cell) {
        return level(Factor.MODEL, cell) * size(Factor.TASK) + level(Factor.TASK, cell);
    }

    int problems() {
        return size(Factor.MODEL) * size(Factor.TASK);
    }

    boolean present(int cell) {
        return !Double.isNaN(score[cell]);
    }

    double score(int cell) {
        return score[cell];
    }

    boolean identical(int cell, int other) {
        return bits[cell] == bits[other];
    }
}
