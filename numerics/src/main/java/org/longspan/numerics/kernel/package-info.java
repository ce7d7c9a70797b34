/**
 * The plain kernels, and the choice between them and the vector kernels, made once at the edge of a program.
 * Read {@link org.longspan.numerics.kernel.PlainKernels} to learn what every kernel computes.
 */
package org.longspan.numerics.kernel;
