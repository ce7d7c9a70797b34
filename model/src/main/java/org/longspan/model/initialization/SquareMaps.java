package org.longspan.model.initialization;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.random.RandomStream;

/** Square recurrent maps of a set spectral radius. */
public final class SquareMaps {

    private SquareMaps() {}

    /** Draws U: {@code fanIn} non-zeros a column ~ N(0, 1), at most all, then scaled to the radius. */
    static void drawSparse(int fanIn, double spectralRadius, Matrix map, RandomStream stream) {
        int n = map.rows();
        RealMatrix u = new Array2DRowRealMatrix(n, n);
        int[] rows = new int[n];
        for (int unit = 0; unit < n; unit++) {
            for (int i = 0; i < n; i++) {
                rows[i] = i;
            }
            for (int i = 0; i < Math.min(fanIn, n); i++) {
                int j = i + stream.nextInt(n - i);
                int row = rows[j];
                rows[j] = rows[i];
                u.setEntry(row, unit, stream.normal());
            }
        }
        setScaled(u, spectralRadius, map);
    }

    /** map = U · radius / ρ(U), or U where all its eigenvalues are 0. */
    static void setScaled(RealMatrix u, double spectralRadius, Matrix map) {
        double radius = spectralRadius(u);
        set(u.scalarMultiply(radius > 0 ? spectralRadius / radius : 1), map);
    }

    /** map = U, rounded. */
    static void set(RealMatrix u, Matrix map) {
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                map.set(r, c, (float) u.getEntry(r, c));
            }
        }
    }

    /** Returns the greatest magnitude of an eigenvalue of a square matrix. */
    public static double spectralRadius(RealMatrix u) {
        int[] within = withinCycles(u);
        if (within.length == 0) {
            return 0; // the decomposition would find what rounding makes of it
        }
        try {
            return greatest(new EigenDecomposition(u));
        } catch (MaxCountExceededException e) { // the eigenvalues 0 of a sparse matrix may not converge
            return greatest(new EigenDecomposition(u.getSubMatrix(within, within)));
        }
    }

    private static double greatest(EigenDecomposition eigen) {
        double greatest = 0;
        for (int i = 0; i < eigen.getRealEigenvalues().length; i++) {
            double re = eigen.getRealEigenvalue(i);
            double im = eigen.getImagEigenvalue(i);
            greatest = Math.max(greatest, re * re + im * im);
        }
        return Math.sqrt(greatest);
    }

    /**
     * Returns the units that are left when those without an input or without an output among the others are taken away,
     * one by one. Each of these has the eigenvalue 0, and all others stay: the determinant of U - λI is expanded along
     * its row or column.
     */
    private static int[] withinCycles(RealMatrix u) {
        List<Integer> left = new ArrayList<>();
        for (int unit = 0; unit < u.getRowDimension(); unit++) {
            left.add(unit);
        }
        while (left.removeIf(unit -> left.stream().allMatch(other -> u.getEntry(unit, other) == 0)
                || left.stream().allMatch(other -> u.getEntry(other, unit) == 0))) {}
        return left.stream().mapToInt(Integer::intValue).toArray();
    }
}
