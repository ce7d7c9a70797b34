package org.longspan.reports.inference;

import java.util.Arrays;
import org.longspan.numerics.random.RandomStream;

/**
 * Sums of the numbers that a random pattern of signs flips, each with probability 1/2. The sums of eight numbers at a
 * time are looked up in a table of all 256.
 */
final class PatternSums {

    private static final int BYTE_VALUES = 256;

    private final int length;
    private final double[][] sums;
    private final double total;
    private int flipped;

    PatternSums(double[] numbers) {
        length = numbers.length;
        sums = new double[(length + 7) / 8][BYTE_VALUES];
        for (int i = 0; i < length; i++) {
            int bit = 1 << i % 8;
            for (int rest = 0; rest < bit; rest++) {
                sums[i / 8][bit + rest] = sums[i / 8][rest] + numbers[i];
            }
        }
        total = Arrays.stream(numbers).sum();
    }

    /** Returns the sum of all numbers. */
    double total() {
        return total;
    }

    /** Draws the next pattern and returns the sum of the numbers that it flips. */
    double draw(RandomStream stream) {
        double sum = 0;
        flipped = 0;
        for (int first = 0; first < length; first += Long.SIZE) {
            int held = Math.min(Long.SIZE, length - first);
            long pattern = stream.nextLong() >>> Long.SIZE - held;
            flipped += Long.bitCount(pattern);
            for (int group = first / 8; pattern != 0; group++) {
                sum += sums[group][(int) pattern & BYTE_VALUES - 1];
                pattern >>>= 8;
            }
        }
        return sum;
    }

    /** Returns how many numbers the last pattern flipped. */
    int flippedCount() {
        return flipped;
    }
}
