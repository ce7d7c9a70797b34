/**
 * Second-order optimizers: steps that are solved for rather than written down, each a
 * {@link org.longspan.optim.secondorder.Method} run by {@link org.longspan.optim.secondorder.SecondOrder}. Plans reach
 * them through {@link org.longspan.optim.Optimizers}. Read {@link org.longspan.optim.secondorder.HessianFree} first.
 */
package org.longspan.optim.secondorder;
