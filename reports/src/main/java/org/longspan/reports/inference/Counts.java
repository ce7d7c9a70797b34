package org.longspan.reports.inference;

/**
 * What a mean difference rests on. A pair is two runs that differ in the compared factor alone; a cluster holds the
 * pairs that share their luck.
 *
 * @param pairs number of pairs
 * @param wins pairs in which the first side scored higher
 * @param losses pairs in which it scored lower
 * @param identical pairs that were the same run bit for bit: the method never acted
 * @param clusters number of clusters
 * @param nonZero clusters with a difference other than 0
 * @param blocks the most clusters that any one kin and problem has
 */
public record Counts(int pairs, int wins, int losses, int identical, int clusters, int nonZero, int blocks) {

    /** Returns the number of pairs with equal scores. */
    public int ties() {
        return pairs - wins - losses;
    }

    /** Returns how many clusters one more block adds. */
    public double clustersPerBlock() {
        return blocks == 0 ? 0 : (double) clusters / blocks;
    }
}
