/**
 * The kernels on the Vector API, with the bits of the plain ones at every vector width. This is the only package that
 * imports {@code jdk.incubator.vector}, and it is loaded only where that module is present. Each {@code Vector...}
 * class implements one interface: it checks shapes and runs over rows or slices. Read {@link
 * org.longspan.numerics.kernel.vector.VectorKernels} first, then {@code Lanes} and {@code PanelProducts}.
 */
package org.longspan.numerics.kernel.vector;
