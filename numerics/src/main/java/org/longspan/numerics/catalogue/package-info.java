/**
 * What a task, cell, initialization, optimizer or clipping says of itself: its name, equation, citation,
 * settings and search ranges. Read {@link org.longspan.numerics.catalogue.Entry} first.
 */
package org.longspan.numerics.catalogue;
