package org.longspan.model.initialization;

import org.longspan.numerics.Matrix;
import org.longspan.numerics.random.RandomStream;

/** Fills a map with independent draws, row by row. */
final class RandomFill {

    private RandomFill() {}

    /** Every element ~ {@code deviation} · N(0, 1). */
    static void normal(double deviation, Matrix map, RandomStream stream) {
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                map.set(r, c, (float) (deviation * stream.normal()));
            }
        }
    }

    /** Every element ~ U[-bound, bound]. */
    static void uniform(double bound, Matrix map, RandomStream stream) {
        for (int r = 0; r < map.rows(); r++) {
            for (int c = 0; c < map.columns(); c++) {
                map.set(r, c, (float) stream.uniform(-bound, bound));
            }
        }
    }
}
