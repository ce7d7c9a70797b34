/**
 * Flat parameter vectors and their layouts, matrix views, and the interface of the dense kernels. Every module may use
 * it; it knows no cell, task or optimizer. Read {@link org.longspan.numerics.Parameters} first.
 */
package org.longspan.numerics;
