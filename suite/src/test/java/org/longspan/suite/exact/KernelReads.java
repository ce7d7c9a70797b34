package org.longspan.suite.exact;

import org.longspan.numerics.Matrix;

/** Receives the inputs of kernels before each call. */
interface KernelReads {

    /** Receives the matrices that a call reads, including one that it adds to. */
    void matrices(String call, Matrix... arguments);

    /** Receives a slice of an array that a call reads. */
    void slice(String call, float[] a, int from, int n);
}
