/**
 * Second-order optimizers: steps found by solving a model or searching a line, each a
 * {@link org.longspan.optim.secondorder.Method} run by {@link org.longspan.optim.secondorder.SecondOrder}. Plans reach
 * them through {@link org.longspan.optim.catalogue.Optimizers}. Read {@link org.longspan.optim.secondorder.HessianFree}
 * first.
 */
package org.longspan.optim.secondorder;
