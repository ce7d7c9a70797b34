package org.longspan.reports.inference;

/** Distributions of a score on [0, 1] with a given mean: the score at a quantile. */
enum Luck {
    /** Solves or not; if so, with 0.3 to 0.9 of the budget left. */
    SOLVES {
        @Override
        double score(double mean, double quantile) {
            return solved(mean, quantile, 0.3, 0.9);
        }
    },
    /** Solves seldom, and then at once. */
    SELDOM {
        @Override
        double score(double mean, double quantile) {
            return solved(mean, quantile, 0.8, 1);
        }
    },
    /** Always nearly the same. */
    STEADY {
        @Override
        double score(double mean, double quantile) {
            return mean + 0.1 * (2 * quantile - 1);
        }
    },
    /** Any score, low ones more often: quantile^(1/mean - 1). */
    SKEWED {
        @Override
        double score(double mean, double quantile) {
            return StrictMath.pow(quantile, 1 / mean - 1);
        }
    };

    abstract double score(double mean, double quantile);

    private static double solved(double mean, double quantile, double from, double to) {
        double p = mean / ((from + to) / 2);
        double u = (quantile - (1 - p)) / p;
        return u <= 0 ? 0 : from + (to - from) * u;
    }
}
