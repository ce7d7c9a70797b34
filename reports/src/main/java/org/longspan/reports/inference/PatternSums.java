package org.longspan.reports.inference;

import java.util.Arrays;
import java.util.stream.Stream;
import org.longspan.numerics.random.RandomStream;

/**
 * Sums of the numbers that a random pattern of signs flips, each with probability 1/2, over each group of numbers. The
 * sums of eight numbers at a time are looked up in a table of all 256. Patterns are drawn ahead in batches: all patterns
 * of a batch read one table before the next, so it stays at hand, and no addition waits for the one before.
 */
final class PatternSums {

    private static final int BYTE_VALUES = 256;

    private static final int BATCH = 64;

    private final Group[] groups;
    private int current = BATCH - 1;

    PatternSums(double[]... groups) {
        this.groups = Stream.of(groups).map(Group::new).toArray(Group[]::new);
    }

    /** Returns the sum of all numbers of {@code group}. */
    double total(int group) {
        return groups[group].total;
    }

    /** Goes on to the next pattern; patterns to come are drawn from {@code stream} too. */
    void next(RandomStream stream) {
        current = (current + 1) % BATCH;
        if (current == 0) {
            for (int pattern = 0; pattern < BATCH; pattern++) {
                for (Group group : groups) {
                    group.draw(pattern, stream);
                }
            }
            for (Group group : groups) {
                group.add();
            }
        }
    }

    /** Returns the sum of the numbers of {@code group} that the pattern flips. */
    double flipped(int group) {
        return groups[group].flipped[current];
    }

    /** Returns how many numbers of {@code group} the pattern flips. */
    int flippedCount(int group) {
        return groups[group].flippedCount[current];
    }

    /** A group of numbers, and the patterns of a batch on it: bit i of its words is set if number i is flipped. */
    private static final class Group {

        private final int length;
        private final double total;
        private final double[][] sums; // [eight numbers][which of them]
        private final long[][] words; // [64 numbers][pattern]
        private final double[] flipped = new double[BATCH];
        private final int[] flippedCount = new int[BATCH];

        Group(double[] numbers) {
            length = numbers.length;
            total = Arrays.stream(numbers).sum();
            sums = new double[(length + 7) / 8][BYTE_VALUES];
            words = new long[(length + 63) / 64][BATCH];
            for (int i = 0; i < length; i++) {
                int bit = 1 << i % 8;
                for (int rest = 0; rest < bit; rest++) {
                    sums[i / 8][bit + rest] = sums[i / 8][rest] + numbers[i];
                }
            }
        }

        void draw(int pattern, RandomStream stream) {
            int count = 0;
            for (int word = 0; word < words.length; word++) {
                int held = Math.min(Long.SIZE, length - word * Long.SIZE);
                words[word][pattern] = stream.nextLong() >>> Long.SIZE - held;
                count += Long.bitCount(words[word][pattern]);
            }
            flippedCount[pattern] = count;
        }

        void add() {
            Arrays.fill(flipped, 0);
            for (int eight = 0; eight < sums.length; eight++) {
                double[] sum = sums[eight];
                long[] word = words[eight / 8];
                int shift = eight % 8 * 8;
                for (int pattern = 0; pattern < BATCH; pattern++) {
                    flipped[pattern] += sum[(int) (word[pattern] >>> shift) & BYTE_VALUES - 1];
                }
            }
        }
    }
}
