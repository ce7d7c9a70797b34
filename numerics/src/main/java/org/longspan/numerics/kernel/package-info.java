/**
 * The choice between the plain and the vector kernels, made once at the edge of a program. Read
 * {@link org.longspan.numerics.kernel.KernelChoice}.
 */
package org.longspan.numerics.kernel;
