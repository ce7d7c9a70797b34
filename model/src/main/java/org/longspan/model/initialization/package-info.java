/**
 * The initial weights of a network, one method in each file. Read
 * {@link org.longspan.model.initialization.Initialization} first.
 */
package org.longspan.model.initialization;
