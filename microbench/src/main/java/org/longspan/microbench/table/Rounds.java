package org.longspan.microbench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import org.longspan.microbench.peak.PeakBenchmark;

/**
 * The times of a benchmark and of what took turns with it, one number per round. All rounds count. Ratios are taken
 * within a round, so that a disturbance that outlasts the round cancels.
 *
 * @param own microseconds of one operation
 * @param reference microseconds of one operation compared with, empty without one
 * @param burst microseconds of one burst of multiply-adds, empty without bursts
 */
record Rounds(List<Double> own, List<Double> reference, List<Double> burst) {

    Rounds {
        own = List.copyOf(own);
        reference = List.copyOf(reference);
        burst = List.copyOf(burst);
        requireRounds("reference", reference, own.size());
        requireRounds("bursts", burst, own.size());
    }

    private static void requireRounds(String what, List<Double> times, int rounds) {
        if (!times.isEmpty() && times.size() != rounds) {
            throw new IllegalArgumentException(
                    times.size() + " times of the " + what + ", expected " + rounds + ", one for each round");
        }
    }

    /** Returns the median time of an operation in milliseconds. */
    OptionalDouble milliseconds() {
        return Optionals.scale(median(own), 1e-3);
    }

    /** Returns the median time of the reference in milliseconds. */
    OptionalDouble referenceMilliseconds() {
        return Optionals.scale(median(reference), 1e-3);
    }

    /** Returns the median multiply-add peak in GFLOP/s. */
    OptionalDouble peak() {
        return Optionals.map(median(burst), Rounds::gigaflops);
    }

    /** Returns the own time divided by the reference's. */
    Optional<Spread> ofReference() {
        return perRound(reference, (ours, theirs) -> ours / theirs);
    }

    /** Returns the reference's time divided by the own time. */
    Optional<Spread> timesFaster() {
        return perRound(reference, (ours, theirs) -> theirs / ours);
    }

    /** Returns the percentage of the peak at which {@code multiplyAdds} of each operation ran. */
    Optional<Spread> shareOfPeak(long multiplyAdds) {
        return perRound(burst, (ours, oneBurst) -> 100 * floor(multiplyAdds, gigaflops(oneBurst)) / ours);
    }

    /** Returns the microseconds that {@code multiplyAdds} take at a peak in GFLOP/s. */
    static double floor(long multiplyAdds, double peak) {
        return 2e-3 * multiplyAdds / peak;
    }

    /** Returns the speed of a burst of that many microseconds in GFLOP/s. */
    static double gigaflops(double burst) {
        return PeakBenchmark.OPERATIONS / (1e3 * burst);
    }

    private Optional<Spread> perRound(List<Double> others, DoubleBinaryOperator ratio) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < others.size(); round++) {
            ratios.add(ratio.applyAsDouble(own.get(round), others.get(round)));
        }
        return Spread.of(ratios);
    }

    private static OptionalDouble median(List<Double> values) {
        return Spread.of(values).map(s -> OptionalDouble.of(s.median())).orElse(OptionalDouble.empty());
    }
}
