/**
 * Terms added to the gradient before clipping, of the weights or of the back-propagated signals. Read
 * {@link org.longspan.model.regularizer.Regularizer} first.
 */
package org.longspan.model.regularizer;
