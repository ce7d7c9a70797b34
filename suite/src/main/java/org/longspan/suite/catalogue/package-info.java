/**
 * The catalogue of tasks, models, optimizers, clippings and the rest, read from their lists, for the terminal and for
 * {@code docs/catalogue.md}. Read {@link org.longspan.suite.catalogue.Catalogue} first.
 */
package org.longspan.suite.catalogue;
