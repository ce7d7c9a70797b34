package org.longspan.reports.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.reports.claim.Sample.Basis;

/** A kind of comparison: it gathers the clusters that a part of a claim rests on. */
interface Kind {

    /** Returns the sample. */
    Sample sample();

    /** Returns the kind of {@code part}, whose plans {@code runs} knows. */
    static Kind of(Part part, Function<String, PlanRun> runs) {
        Comparison compare = part.compare();
        List<Row> of = Row.of(runs.apply(compare.of().plan()), compare.of(), part.endpoint());
        if (compare instanceof Comparison.Sides c) {
            return new SideDifference(of, Row.of(runs.apply(c.with().plan()), c.with(), part.endpoint()), c.compared());
        }
        if (compare instanceof Comparison.Best c) {
            return new BestDifference(of, Row.of(runs.apply(c.with().plan()), c.with(), part.endpoint()), c.compared());
        }
        if (compare instanceof Comparison.SameRun c) {
            return new RunDifference(of, Row.of(runs.apply(c.of().plan()), c.of(), c.to()));
        }
        if (compare instanceof Comparison.Share c) {
            return new LookShare(of, c.above(), c.below());
        }
        if (compare instanceof Comparison.Lengths c) {
            return new LengthCourse(of, c.fit());
        }
        return new BoundedNumber(of, part.endpoint());
    }

    /** Returns what a sample of these rows rests on. */
    static Basis basis(Stream<Row> rows) {
        List<Row> all = rows.toList();
        Set<Integer> blocks = new HashSet<>(); // never iterated
        int missing = 0;
        for (Row row : all) {
            missing += row.missing() ? 1 : 0;
            if (!row.missing()) {
                blocks.add(row.block());
            }
        }
        return new Basis(all.size() - missing, missing, blocks.size());
    }
}
