/**
 * Policies for gradients that are not finite. Plans reach them through
 * {@link org.longspan.optim.nonfinite.NonFinitePolicies}. Read {@link org.longspan.optim.nonfinite.HoldStill} first.
 */
package org.longspan.optim.nonfinite;
