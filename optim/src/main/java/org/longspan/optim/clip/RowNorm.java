package org.longspan.optim.clip;

/** The Euclidean norm of one row of a back-propagated signal. */
public final class RowNorm {

    private RowNorm() {}

    /**
     * Returns the norm of {@code width} elements from {@code from} on, summed in double. Element i goes to lane
     * i mod 4 and the lanes are added pairwise, so the sum is the same everywhere and four additions run at once.
     */
    public static double of(float[] row, int from, int width) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (int end = from + (width & ~3); i < end; i += 4) {
            s0 += (double) row[i] * row[i];
            s1 += (double) row[i + 1] * row[i + 1];
            s2 += (double) row[i + 2] * row[i + 2];
            s3 += (double) row[i + 3] * row[i + 3];
        }
        for (int end = from + width; i < end; i++) {
            s0 += (double) row[i] * row[i];
        }
        return Math.sqrt((s0 + s2) + (s1 + s3));
    }
}
