/**
 * The kernels written to be read. They run where the Vector API is missing, and are the oracle of the vector kernels,
 * bit for bit. Each {@code Plain...} class implements one interface; the {@code ...Units} classes hold the arithmetic
 * of one unit, which the vector kernels use for remainders. Read {@link
 * org.longspan.numerics.kernel.plain.PlainKernels} first.
 */
package org.longspan.numerics.kernel.plain;
