/**
 * The list of all optimizers, above the packages that implement them.
 */
package org.longspan.optim.catalogue;
