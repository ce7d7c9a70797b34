package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * What the runs of the control say of a problem; without a control, all runs. A problem that almost none or almost all
 * of them solve says nothing about methods.
 *
 * @param problem index model × tasks + task
 * @param runs number of evaluation runs
 * @param solved share of them that solved
 * @param score their mean S
 */
public record ProblemSense(int problem, int runs, double solved, double score) {

    /** Returns whether neither almost none nor almost all of the runs solved. */
    public boolean informative() {
        return Informativeness.holds(solved);
    }

    /** Returns each problem that has runs, for one kin or {@link Contrast#ALL}. */
    static List<ProblemSense> of(Scores scores, Design design, int kin) {
        int[] runs = new int[scores.problems()];
        int[] solved = new int[scores.problems()];
        double[] sum = new double[scores.problems()];
        for (int cell = 0; cell < scores.cells(); cell++) {
            boolean control =
                    design.control() == Design.NONE || scores.level(Factor.CLIPPING, cell) == design.control();
            boolean looked = kin == Contrast.ALL || design.kin().get(scores.level(Factor.OPTIMIZER, cell)) == kin;
            if (scores.present(cell) && control && looked) {
                int problem = scores.problem(cell);
                runs[problem]++;
                solved[problem] += scores.score(cell) > 0 ? 1 : 0;
                sum[problem] += scores.score(cell);
            }
        }
        List<ProblemSense> problems = new ArrayList<>();
        for (int problem = 0; problem < runs.length; problem++) {
            if (runs[problem] > 0) {
                double n = runs[problem];
                problems.add(new ProblemSense(problem, runs[problem], solved[problem] / n, sum[problem] / n));
            }
        }
        return List.copyOf(problems);
    }
}
