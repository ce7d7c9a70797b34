/**
 * What a user would take instead, on the same shapes in the same run: libtorch's training steps and OpenBLAS's
 * products. Compiled only in the Maven profile {@code peers}. Read
 * {@link org.longspan.microbench.peers.LibtorchTraining} first.
 */
package org.longspan.microbench.peers;
