/**
 * The choice between the plain and the vector kernels, made once when a program starts. Read {@link
 * org.longspan.numerics.kernel.KernelChoice}.
 */
package org.longspan.numerics.kernel;
