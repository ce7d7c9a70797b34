package org.longspan.reports.inference;

import java.util.Arrays;

/**
 * Many numbers of which mostly the smallest are asked for. Those up to a pivot stand first, so what is asked of them is
 * sought among them alone. The pivot is about the lower sixth, by the first hundred: the ends of an interval of 90 %
 * mostly lie under it.
 */
final class SmallestFirst {

    private static final int SAMPLE = 100;

    private final double[] numbers;
    private final double pivot;
    private final int small;

    /** Takes the first {@code count} of {@code numbers}, at least one. */
    SmallestFirst(double[] numbers, int count) {
        double[] sample = Arrays.copyOf(numbers, Math.min(count, SAMPLE));
        Arrays.sort(sample);
        pivot = sample[sample.length / 6];
        this.numbers = new double[count];
        int first = 0;
        int end = count;
        for (int i = 0; i < count; i++) {
            int place = numbers[i] <= pivot ? first++ : --end;
            this.numbers[place] = numbers[i];
        }
        small = first;
    }

    int size() {
        return numbers.length;
    }

    /** Returns how many numbers are at most {@code value}. */
    int atMost(double value) {
        return value < pivot ? atMost(value, 0, small) : small + atMost(value, small, numbers.length);
    }

    private int atMost(double value, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += numbers[i] <= value ? 1 : 0;
        }
        return count;
    }

    /** Returns the number with {@code rank} numbers before it. */
    double at(int rank) {
        return rank < small ? at(rank, 0, small - 1) : at(rank, small, numbers.length - 1);
    }

    /** Hoare 1961, Algorithm 65: find, Communications of the ACM 4: splits the range that holds the rank until it is one. */
    private double at(int rank, int from, int to) {
        int first = from;
        int last = to;
        while (first < last) {
            double split = numbers[(first + last) >>> 1];
            int i = first;
            int j = last;
            while (i <= j) {
                while (numbers[i] < split) {
                    i++;
                }
                while (numbers[j] > split) {
                    j--;
                }
                if (i <= j) {
                    double swapped = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = swapped;
                }
            }
            first = j < rank ? i : first; // between j and i all equal the split
            last = rank < i ? j : last;
        }
        return numbers[rank];
    }
}
