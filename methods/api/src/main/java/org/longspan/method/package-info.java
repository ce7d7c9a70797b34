/**
 * The interface for adding optimizers, clippings, cells and other methods from a jar. Read
 * {@link org.longspan.method.MethodProvider} first.
 */
package org.longspan.method;
