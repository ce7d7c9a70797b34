/**
 * The descriptions of tasks, cells, initializations, optimizers and clippings: name, equation, citation, settings and
 * search ranges. Read {@link org.longspan.numerics.catalogue.Entry} first.
 */
package org.longspan.numerics.catalogue;
