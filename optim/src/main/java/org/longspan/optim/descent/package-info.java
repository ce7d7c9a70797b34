/**
 * First-order optimizers, one a file, each a chain of gradient transforms run by
 * {@link org.longspan.optim.descent.FirstOrder}. Plans reach them through
 * {@link org.longspan.optim.catalogue.Optimizers}. Read {@link org.longspan.optim.descent.Momentum} first.
 */
package org.longspan.optim.descent;
