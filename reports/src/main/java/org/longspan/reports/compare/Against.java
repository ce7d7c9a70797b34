package org.longspan.reports.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.longspan.reports.compare.ScoreRow.Level;

/**
 * A run held against the base.
 *
 * @param run the other run
 * @param match whose names mean the same
 * @param changes what the two are set to in different ways
 * @param trials that both have, bit for bit
 * @param scores differences of the score: the whole, then arms, problems and cells
 * @param alone evaluation runs of shared cells without a partner
 * @param cells number of arms on problems that both have
 * @param only what one of them has and the other has not
 */
public record Against(
        ComparedRun run,
        NameMatch match,
        List<Change> changes,
        SharedTrials trials,
        List<ScoreRow> scores,
        Alone alone,
        int cells,
        OnlyOne only) {

    /**
     * Numbers of evaluation runs of cells that both runs have, which no run of the other is paired with.
     *
     * @param base of the base
     * @param other of the other run
     */
    public record Alone(int base, int other) {}

    public Against {
        changes = List.copyOf(changes);
        scores = List.copyOf(scores);
    }

    /** Returns whether the two have no arm on a problem in common. */
    public boolean sharesNothing() {
        return cells == 0;
    }

    /**
     * Returns the rows that an overview has: the whole, arms and problems. A single arm or problem says what the whole
     * says, and is left out. Where there are more than {@code most}, those come first that are shown, then larger
     * differences.
     */
    public List<ScoreRow> overview(int most) {
        List<ScoreRow> rows = Stream.of(Level.RUN, Level.ARM, Level.PROBLEM)
                .filter(level -> level == Level.RUN || rows(level).count() > 1)
                .flatMap(this::rows)
                .toList();
        return rows.size() <= most
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparing((ScoreRow row) -> row.level() != Level.RUN)
                                .thenComparing(row -> !row.effect().shown())
                                .thenComparingDouble(
                                        row -> -Math.abs(row.effect().mean())))
                        .toList();
    }

    /** Returns the rows of a level. */
    public Stream<ScoreRow> rows(Level level) {
        return scores.stream().filter(row -> row.level() == level);
    }
}
