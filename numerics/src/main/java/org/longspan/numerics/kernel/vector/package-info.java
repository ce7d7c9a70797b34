/**
 * The kernels on the Vector API, with the same bits as the plain ones at every width of the hardware's vectors.
 * The only package that imports {@code jdk.incubator.vector}; it is loaded only where that module is present.
 * Read {@link org.longspan.numerics.kernel.vector.VectorKernels} first, then {@code PanelProducts}.
 */
package org.longspan.numerics.kernel.vector;
