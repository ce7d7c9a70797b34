/**
 * Recurrent cells, one file each, and the parts that several cells share. Read
 * {@link org.longspan.model.cell.RecurrentCell} first, then {@link org.longspan.model.cell.SimpleRnnCell}.
 */
package org.longspan.model.cell;
