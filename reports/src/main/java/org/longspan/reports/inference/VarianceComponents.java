package org.longspan.reports.inference;

import static org.longspan.reports.inference.SymmetricDifferences.BLOCK;
import static org.longspan.reports.inference.SymmetricDifferences.CLIPPING;
import static org.longspan.reports.inference.SymmetricDifferences.OPTIMIZER;
import static org.longspan.reports.inference.SymmetricDifferences.PROBLEM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.longspan.reports.statistics.Interval;

/**
 * What decides a score: how much of its variance lies between problems, optimizers and clippings, in their
 * interactions, between blocks and within. In the model
 *
 * <pre>
 *   S = μ + P + O + C + PO + PC + OC + POC + B + E
 * </pre>
 *
 * each term has mean 0 and a variance, a term is drawn once for each combination of its indices (B for each block of
 * a kin on a problem, E for each run), and all are independent. Two runs have the terms in common whose indices they
 * share, so the mean of ½ (S - S')² over pairs that share exactly the set A of indices estimates, whatever the numbers
 * of runs, the sum of the variances of all other terms; call it γ(A). Then
 *
 * <pre>
 *   h(A) = γ(∅) - γ(A) = sum of the variances of the terms whose indices are all in A
 *   P = h(p), O = h(o), C = h(c)
 *   PO = h(po) - P - O, PC and OC alike
 *   POC = h(poc) - P - O - C - PO - PC - OC
 *   B = γ(po) - γ(po and block)        E = γ(poc) - B        total = γ(∅)
 * </pre>
 *
 * so the components add up to the total. Nine kinds of pairs determine nine components; pairs that share a block but
 * not the optimizer, which only kin have, are not used. An index with one value is shared by all pairs, and its terms
 * drop out. Where all clippings are one, no block holds two runs of an optimizer, and B and E are one term, luck.
 *
 * <p>Symmetric differences: Koch 1967, A general approach to the estimation of variance components, Technometrics 9,
 * and 1968, same journal 10. In balanced designs they equal the estimates of the analysis of variance. <b>Nothing is
 * cut off at zero</b>: an estimate under zero says that the component is small beside its error; cut off, the
 * estimates would be biased, and would not add up (Searle, Casella and McCulloch 1992, Variance Components, 4.4).
 *
 * <p>Intervals of the shares: the {@linkplain BlockJackknife jackknife over the blocks of each kin} on all problems,
 * as Arvesen 1969, Jackknifing U-statistics, Annals of Mathematical Statistics 40, shows for means over pairs. They
 * speak of luck only: the methods and problems are those of the list, and another list has other shares.
 *
 * @param total variance of two runs that share nothing
 * @param components in the order of {@link Source}, those that the runs have
 */
public record VarianceComponents(double total, List<Component> components) {

    /** Where variance comes from. */
    public enum Source {
        PROBLEM("problem"),
        OPTIMIZER("optimizer"),
        CLIPPING("clipping"),
        PROBLEM_OPTIMIZER("problem × optimizer"),
        PROBLEM_CLIPPING("problem × clipping"),
        OPTIMIZER_CLIPPING("optimizer × clipping"),
        PROBLEM_OPTIMIZER_CLIPPING("problem × optimizer × clipping"),
        LUCK_BETWEEN("luck between blocks"),
        LUCK_WITHIN("luck within blocks"),
        LUCK("luck");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** Returns its name for readers. */
        public String label() {
            return label;
        }
    }

    /**
     * One component.
     *
     * @param source of the variance
     * @param variance as estimated, perhaps negative
     * @param share of the total
     * @param interval of the share
     */
    public record Component(Source source, double variance, double share, Interval interval) {}

    public VarianceComponents {
        components = List.copyOf(components);
    }

    /**
     * Returns the components, or nothing where the runs do not determine them and their intervals: all scores are
     * equal, or there is no cell with two blocks, or some kind of pair is missing, at least once a block is left out.
     *
     * @param runs evaluation runs
     * @param level of the intervals
     */
    public static Optional<VarianceComponents> of(CrossedRuns runs, double level) {
        double tail = Level.tail(level);
        SymmetricDifferences differences = new SymmetricDifferences(runs);
        Terms terms = Terms.of(runs);
        double[] variances = terms.variances(differences.means());
        double total = Arrays.stream(variances).sum();
        if (!(total > 0)) {
            return Optional.empty();
        }
        double[] shares = over(total, variances);
        double[] reach = new BlockJackknife(runs).reach(tail, rows -> {
            double[] left = terms.variances(differences.meansWithout(rows));
            return over(Arrays.stream(left).sum(), left);
        });
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (!Double.isFinite(reach[i])) {
                return Optional.empty();
            }
            Interval interval = new Interval(shares[i] - reach[i], shares[i] + reach[i]);
            components.add(new Component(terms.sources().get(i), variances[i], shares[i], interval));
        }
        return Optional.of(new VarianceComponents(total, components));
    }

    private static double[] over(double total, double[] variances) {
        return Arrays.stream(variances).map(v -> v / total).toArray();
    }

    /**
     * The terms of the model for some runs.
     *
     * @param fixed indices that have one value
     * @param sets of indices of the terms before luck, in the order of their sources
     * @param sources of all terms
     */
    private record Terms(int fixed, List<Integer> sets, List<Source> sources) {

        private static final int[] SETS = {
            PROBLEM,
            OPTIMIZER,
            CLIPPING,
            PROBLEM | OPTIMIZER,
            PROBLEM | CLIPPING,
            OPTIMIZER | CLIPPING,
            PROBLEM | OPTIMIZER | CLIPPING
        };

        static Terms of(CrossedRuns runs) {
            int fixed = (single(runs.problem()) ? PROBLEM : 0)
                    | (single(runs.optimizer()) ? OPTIMIZER : 0)
                    | (single(runs.clipping()) ? CLIPPING : 0);
            List<Integer> sets = new ArrayList<>();
            List<Source> sources = new ArrayList<>();
            for (int i = 0; i < SETS.length; i++) {
                if ((SETS[i] & fixed) == 0) {
                    sets.add(SETS[i]);
                    sources.add(Source.values()[i]);
                }
            }
            boolean onePerBlock = (fixed & CLIPPING) != 0;
            sources.addAll(onePerBlock ? List.of(Source.LUCK) : List.of(Source.LUCK_BETWEEN, Source.LUCK_WITHIN));
            return new Terms(fixed, sets, sources);
        }

        private static boolean single(int[] column) {
            return Arrays.stream(column).distinct().count() <= 1;
        }

        /** Solves the system of the class comment; {@code gamma} by set, not a number where no pair is of its kind. */
        double[] variances(double[] gamma) {
            double[] variances = new double[sources.size()];
            for (int i = 0; i < sets.size(); i++) {
                variances[i] = gamma[fixed] - gamma[fixed | sets.get(i)];
                for (int j = 0; j < i; j++) {
                    if ((sets.get(j) & sets.get(i)) == sets.get(j)) {
                        variances[i] -= variances[j];
                    }
                }
            }
            double luck = gamma[PROBLEM | OPTIMIZER | CLIPPING];
            if (variances.length == sets.size() + 1) {
                variances[sets.size()] = luck;
            } else {
                double between = gamma[fixed | PROBLEM | OPTIMIZER] - gamma[PROBLEM | OPTIMIZER | BLOCK];
                variances[sets.size()] = between;
                variances[sets.size() + 1] = luck - between;
            }
            return variances;
        }
    }
}
