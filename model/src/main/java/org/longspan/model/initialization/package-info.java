/**
 * How weights are drawn before training, one method a file. Read
 * {@link org.longspan.model.initialization.Initialization} first.
 */
package org.longspan.model.initialization;
