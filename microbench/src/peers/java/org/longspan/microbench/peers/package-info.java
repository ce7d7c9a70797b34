/**
 * The alternatives: training steps in libtorch and products in OpenBLAS, on the shapes and in the run of our own
 * benchmarks. Compiled only in the Maven profile {@code peers}. Read {@link
 * org.longspan.microbench.peers.LibtorchTraining} first.
 */
package org.longspan.microbench.peers;
