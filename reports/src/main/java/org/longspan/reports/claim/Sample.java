package org.longspan.reports.claim;

/** What a comparison found, cluster by cluster. Runs that share their luck are one cluster. */
sealed interface Sample {

    /** Returns what it rests on. */
    Basis basis();

    /** Returns the number of clusters. */
    int clusters();

    /**
     * What a sample rests on.
     *
     * @param runs number of runs with a value
     * @param missing number of runs without one: the probe did not look, or found none
     * @param blocks number of blocks
     */
    record Basis(int runs, int missing, int blocks) {}

    /**
     * A mean over clusters.
     *
     * @param values one a cluster
     * @param bounded whether values and their mean lie within [0, 1], as scores do
     */
    record Mean(double[] values, boolean bounded, Basis basis) implements Sample {

        @Override
        public int clusters() {
            return values.length;
        }
    }

    /**
     * A share of looks.
     *
     * @param hits looks of each cluster that count
     * @param looks all looks of each cluster
     */
    record Share(int[] hits, int[] looks, Basis basis) implements Sample {

        @Override
        public int clusters() {
            return looks.length;
        }
    }
}
