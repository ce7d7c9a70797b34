/**
 * Policies that put another gradient in the place of one that is not finite, one a file. Plans reach them through
 * {@link org.longspan.optim.NonFinitePolicies}. Read {@link org.longspan.optim.nonfinite.RandomStep} first.
 */
package org.longspan.optim.nonfinite;
