package org.longspan.reports.inference;

import java.util.Arrays;

/**
 * Many numbers of which mostly the smallest are asked for: those up to a pivot are sorted, the others only when needed.
 * The pivot is about the lower quarter, by the first thousand.
 */
final class SmallestFirst {

    private static final int SAMPLE = 1_000;

    private final double[] numbers;
    private final double pivot;
    private int sorted;

    /** Takes the first {@code count} of {@code numbers}, at least one. */
    SmallestFirst(double[] numbers, int count) {
        double[] sample = Arrays.copyOf(numbers, Math.min(count, SAMPLE));
        Arrays.sort(sample);
        pivot = sample[sample.length / 4];
        this.numbers = new double[count];
        int end = count;
        for (int i = 0; i < count; i++) {
            int place = numbers[i] <= pivot ? sorted++ : --end;
            this.numbers[place] = numbers[i];
        }
        Arrays.sort(this.numbers, 0, sorted);
    }

    int size() {
        return numbers.length;
    }

    /** Returns how many numbers are at most {@code value}. */
    int atMost(double value) {
        int from = 0;
        int to = sorted;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (numbers[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int count = from;
        for (int i = sorted; i < numbers.length && value >= pivot; i++) {
            count += numbers[i] <= value ? 1 : 0;
        }
        return count;
    }

    /** Returns the number with {@code rank} numbers before it. */
    double at(int rank) {
        if (rank >= sorted) {
            Arrays.sort(numbers, sorted, numbers.length);
            sorted = numbers.length;
        }
        return numbers[rank];
    }
}
