package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * What is said of optimizers.
 *
 * @param pairs all pairs, aliases left out
 * @param ranks of each optimizer, the highest score first
 */
public record OptimizerAnswers(List<Effect> pairs, List<RankInterval> ranks) {

    public OptimizerAnswers {
        pairs = List.copyOf(pairs);
        ranks = List.copyOf(ranks);
    }

    static OptimizerAnswers of(List<Effect> pairs, List<MeanScore> scores) {
        List<RankInterval> ranks = new ArrayList<>();
        for (MeanScore score : scores) {
            int best = 1;
            int worst = scores.size();
            for (Effect pair : pairs) {
                boolean first = pair.contrast().of() == score.optimizer();
                boolean second = pair.contrast().against() == score.optimizer();
                boolean won = first && pair.verdict() == Verdict.BETTER || second && pair.verdict() == Verdict.WORSE;
                boolean lost = first && pair.verdict() == Verdict.WORSE || second && pair.verdict() == Verdict.BETTER;
                best += lost ? 1 : 0;
                worst -= won ? 1 : 0;
            }
            ranks.add(new RankInterval(score.optimizer(), best, worst, score.mean(), score.interval()));
        }
        ranks.sort((a, b) -> {
            int byScore = Double.compare(b.score(), a.score());
            return byScore != 0 ? byScore : Integer.compare(a.optimizer(), b.optimizer());
        });
        return new OptimizerAnswers(pairs, ranks);
    }
}
