/**
 * Flat parameter vectors and their layouts, matrix views, dense kernels, and the contracts between
 * models and optimizers. Every module may use it; it sees no cell, task or optimizer.
 * Read {@link org.longspan.numerics.Parameters} first, then {@link org.longspan.numerics.Objective}.
 */
package org.longspan.numerics;
