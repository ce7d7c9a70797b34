/**
 * The kernels written to be read. They are the fallback where the Vector API is missing, and the oracle of the vector
 * kernels, bit for bit. Read {@link org.longspan.numerics.kernel.plain.PlainKernels} to learn what every kernel
 * computes.
 */
package org.longspan.numerics.kernel.plain;
