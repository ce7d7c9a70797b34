package org.longspan.model;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.longspan.numerics.Block;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Role;
import org.longspan.numerics.random.RandomStream;

/** Square recurrent maps of a set spectral radius. */
final class SquareMaps {

    private SquareMaps() {}

    /** Returns why an initialization of square recurrent maps does not suit {@code cell}, or nothing where it does. */
    static Optional<String> missingIn(RecurrentCell cell) {
        List<Block> recurrent = recurrent(cell, true);
        for (Block block : recurrent) {
            int width = block.columns() / Network.maps(block, cell);
            if (block.rows() != width) {
                return Optional.of("its recurrent map is (" + block.rows() + ", " + width + "), expected a square one");
            }
        }
        return recurrent.isEmpty() ? Optional.of("it has no recurrent map, expected a square one") : Optional.empty();
    }

    /** Returns how many recurrent maps {@code cell} has, a gate's each its own, trained or fixed. */
    static int count(RecurrentCell cell) {
        return count(cell, true);
    }

    /** Returns how many of them it trains. */
    static int trained(RecurrentCell cell) {
        return count(cell, false);
    }

    private static int count(RecurrentCell cell, boolean fixed) {
        return recurrent(cell, fixed).stream()
                .mapToInt(block -> Network.maps(block, cell))
                .sum();
    }

    private static List<Block> recurrent(RecurrentCell cell, boolean fixed) {
        ParameterLayout.Builder layout = ParameterLayout.builder();
        cell.addBlocks("", layout);
        if (fixed) {
            cell.addFixedBlocks("", layout);
        }
        return layout.build().blocks().stream()
                .filter(block -> block.role() == Role.RECURRENT)
                .toList();
    }

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
    static double spectralRadius(RealMatrix u) {
        EigenDecomposition eigen = new EigenDecomposition(u);
        double greatest = 0;
        for (int i = 0; i < u.getRowDimension(); i++) {
            double re = eigen.getRealEigenvalue(i);
            double im = eigen.getImagEigenvalue(i);
            greatest = Math.max(greatest, re * re + im * im);
        }
        return Math.sqrt(greatest);
    }
}
