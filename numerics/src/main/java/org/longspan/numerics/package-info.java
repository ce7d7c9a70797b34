/**
 * Flat parameter vectors and their layouts, matrix views, and the interfaces of the dense kernels. Every module may use
 * them; none of them knows a cell, task or optimizer. Read {@link org.longspan.numerics.Parameters} first, then {@link
 * org.longspan.numerics.Kernels}.
 */
package org.longspan.numerics;
