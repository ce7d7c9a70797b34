/**
 * The exclusive or of two marked bits of a long sequence: by its authors' account the hardest of the problems that
 * Hessian-free optimization was tried on. {@code Martens11Xor} holds its conventions;
 * {@link org.longspan.tasks.xor.XorProvider} lists it.
 */
package org.longspan.tasks.xor;
