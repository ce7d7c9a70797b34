/**
 * The random permutation problem: remember the first symbol through a long sequence of random ones. Each form is one
 * file with the exact conventions of one paper; {@link org.longspan.tasks.permutation.PermutationProvider} lists them.
 */
package org.longspan.tasks.permutation;
