package org.longspan.reports.figure;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;

/** Draws one cell of a {@link ScoreMatrix}: a mean score, or an empty place. */
final class ScoreCell {

    /** Between cells. */
    static final double GAP = 2;

    /** What the deepest colour may stand for. */
    private static final double[] DEEPEST = {0.05, 0.1, 0.2, 0.4, 0.6, 0.8};

    private final ArrangedRun run;
    private final Map<Arm, ArmScore> scores;
    private final double width;
    private final double height;
    private final int problems;
    private final double deepest;

    /** Draws cells, each {@code pitch} right of the one before and {@code row} below. */
    ScoreCell(ArrangedRun run, Map<Arm, ArmScore> scores, double pitch, double row) {
        this.run = run;
        this.scores = scores;
        this.width = pitch - GAP;
        this.height = row - GAP;
        this.problems = ArmScore.problems(run).size();
        double highest =
                scores.values().stream().mapToDouble(ArmScore::mean).max().orElse(1);
        this.deepest = DoubleStream.of(DEEPEST)
                .filter(score -> highest <= score)
                .findFirst()
                .orElse(1);
    }

    /** Returns the score of the deepest colour. */
    double deepest() {
        return deepest;
    }

    /** Draws the cell of {@code arm} with its upper left corner at (x, y). */
    void draw(Svg svg, Arm arm, double x, double y) {
        ArmScore score = scores.get(arm);
        Tags tags = Tags.of(run, arm);
        if (score == null) {
            svg.open("void", arm + ": no evaluation run", tags)
                    .rect(x + 0.5, y + 0.5, width - 1, height - 1, 2, "")
                    .close();
            return;
        }
        boolean part = score.problems() < problems;
        int step = (int) Math.round(10 * Math.min(1, score.mean() / deepest));
        String on = part ? " on " + score.problems() + " of " + problems + " problems" : "";
        String tip = arm + ": " + TextFormat.precise(score.mean()) + ", " + TextFormat.count(score.runs(), "run") + on;
        svg.open("q" + step + (part ? " part" : ""), tip, tags);
        svg.rect(x, y, width, height, 2, "");
        svg.text(x + width / 2, y + height / 2 + 4, "mid small", ArmScore.brief(score.mean()));
        svg.close();
    }
}
