/**
 * The interface through which optimizers, clippings, cells and other methods come in from outside. Read {@link
 * org.longspan.method.MethodProvider} first.
 */
package org.longspan.method;
