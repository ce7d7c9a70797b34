package org.longspan.suite.exact;

import org.longspan.numerics.Matrix;

/** Is told what kernels read, before each call. */
interface KernelReads {

    /** The matrices that a call reads, including one that it adds to. */
    void matrices(String call, Matrix... arguments);

    /** A slice of an array that a call reads. */
    void slice(String call, float[] a, int from, int n);
}
