package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.longspan.numerics.random.Seed;
import org.longspan.reports.compare.PairedRuns.Pair;
import org.longspan.reports.compare.ScoreRow.ArmPair;
import org.longspan.reports.compare.ScoreRow.Level;
import org.longspan.reports.compare.ScoreRow.Side;
import org.longspan.reports.inference.Contrast;
import org.longspan.reports.inference.Effect;
import org.longspan.reports.inference.Factor;
import org.longspan.reports.inference.RunContrast;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.Run;

/**
 * Judges the differences of two runs in families: the whole, arms, problems, and arms on problems. A family that would ask
 * what another one asks, because there is one arm or one problem, is not judged again. The families of all pairs of runs
 * share the level of {@link org.longspan.reports.inference.Design#LEVEL} equally, and Holm's adjustment runs within each.
 */
final class ScoreRows {

    private final ComparedRun base;
    private final ComparedRun other;
    private final int number;
    private final List<Pair> pairs;
    private final Lacking lacking;
    private final List<Arm> arms;
    private final List<Place> places;

    /**
     * Prepares the judgement.
     *
     * @param number of the other run: 1 for the first behind the base
     */
    ScoreRows(ComparedRun base, ComparedRun other, int number, PairedRuns paired) {
        this.base = base;
        this.other = other;
        this.number = number;
        this.pairs = paired.pairs();
        this.lacking = new Lacking(base);
        this.arms = pairs.stream().map(Pair::arm).distinct().toList();
        this.places = pairs.stream().map(Pair::place).distinct().toList();
    }

    /** Returns the number of families that are judged. */
    int families() {
        return pairs.isEmpty() ? 0 : 1 + several(arms) + several(places) + several(arms) * several(places);
    }

    private static int several(List<?> levels) {
        return levels.size() > 1 ? 1 : 0;
    }

    /** What a row is of. */
    private record Slot(Level level, Arm arm, Place place) {}

    /**
     * Returns the rows: the whole, then arms, problems and cells in the order of the base's grid.
     *
     * @param share of the level for each family
     */
    List<ScoreRow> judged(double share, Seed seed) {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<Slot, List<Pair>> whole = Map.of(new Slot(Level.RUN, null, null), pairs);
        Map<Slot, List<Pair>> ofArms = by(pair -> new Slot(Level.ARM, pair.arm(), null));
        Map<Slot, List<Pair>> ofPlaces = by(pair -> new Slot(Level.PROBLEM, null, pair.place()));
        Map<Slot, List<Pair>> ofCells = by(pair -> new Slot(Level.CELL, pair.arm(), pair.place()));
        List<Effect> one = judge(whole, share, seed);
        List<Effect> byArm = arms.size() > 1 ? judge(ofArms, share, seed) : one;
        List<Effect> byPlace = places.size() > 1 ? judge(ofPlaces, share, seed) : one;
        List<Effect> byCell = arms.size() == 1 ? byPlace : places.size() == 1 ? byArm : judge(ofCells, share, seed);
        List<ScoreRow> rows = new ArrayList<>();
        add(rows, whole, one);
        add(rows, ofArms, byArm);
        add(rows, ofPlaces, byPlace);
        add(rows, ofCells, byCell);
        return rows;
    }

    private Map<Slot, List<Pair>> by(Function<Pair, Slot> slot) {
        Map<Slot, List<Pair>> groups = new LinkedHashMap<>();
        pairs.forEach(pair -> groups.computeIfAbsent(slot.apply(pair), none -> new ArrayList<>())
                .add(pair));
        return groups;
    }

    private List<Effect> judge(Map<Slot, List<Pair>> groups, double share, Seed seed) {
        List<RunContrast> members = new ArrayList<>();
        groups.forEach((slot, of) -> {
            Luck luck = new Luck(of); // what other arms tie together says nothing of this one
            List<RunContrast.Pair> scored =
                    of.stream().map(pair -> pair(pair, luck)).toList();
            members.add(new RunContrast(contrast(slot), scored, lacking.of(of)));
        });
        return RunContrast.judge(members, share, seed);
    }

    private Contrast contrast(Slot slot) {
        return new Contrast(
                Factor.RUN,
                number,
                0,
                slot.arm() == null ? Contrast.ALL : arms.indexOf(slot.arm()),
                slot.place() == null ? Contrast.ALL : places.indexOf(slot.place()));
    }

    private RunContrast.Pair pair(Pair pair, Luck luck) {
        boolean identical = base.identical(
                pair.base().stored().id(), other, pair.other().stored().id());
        return new RunContrast.Pair(
                luck.stratum(pair), luck.cluster(pair), pair.score(pair.other()), pair.score(pair.base()), identical);
    }

    private static void add(List<ScoreRow> rows, Map<Slot, List<Pair>> groups, List<Effect> effects) {
        int i = 0;
        for (Map.Entry<Slot, List<Pair>> group : groups.entrySet()) {
            Slot slot = group.getKey();
            List<Pair> of = group.getValue();
            Optional<ArmPair> arm = Optional.ofNullable(slot.arm())
                    .map(name -> new ArmPair(name, of.get(0).other().arm()));
            rows.add(new ScoreRow(
                    slot.level(),
                    arm,
                    Optional.ofNullable(slot.place()),
                    side(of, Pair::base),
                    side(of, Pair::other),
                    pairing(of),
                    effects.get(i)));
            i++;
        }
    }

    private static Side side(List<Pair> pairs, Function<Pair, Run> run) {
        double n = pairs.size();
        return new Side(
                pairs.size(),
                (int) pairs.stream()
                        .filter(pair -> pair.solved(run.apply(pair)))
                        .count(),
                pairs.stream().mapToDouble(pair -> pair.score(run.apply(pair))).sum() / n,
                pairs.stream().mapToDouble(pair -> run.apply(pair).cost()).sum() / n,
                pairs.stream().mapToDouble(pair -> seconds(run.apply(pair))).sum() / n);
    }

    private static double seconds(Run run) {
        return run.stored().circumstances() == null
                ? 0
                : run.stored().circumstances().seconds();
    }

    private static Pairing pairing(List<Pair> pairs) {
        long shared = pairs.stream().filter(Pair::sharesLuck).count();
        return shared == pairs.size() ? Pairing.SAME_BLOCKS : shared == 0 ? Pairing.INDEPENDENT_BLOCKS : Pairing.MIXED;
    }
}
