/**
 * What this build has to offer: tasks, models, optimizers, clippings and the rest, read from their own lists, for the
 * terminal and for {@code docs/catalogue.md}. Read {@link org.longspan.suite.catalogue.Catalogue} first.
 */
package org.longspan.suite.catalogue;
