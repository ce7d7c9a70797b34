/**
 * Recurrent cells, their initializations, read-out and losses, and the unrolled network: back-propagation
 * through time, tangents and curvature products. It sees no optimizer, clipping or concrete task.
 * Read {@link org.longspan.model.RecurrentCell} first, then {@link org.longspan.model.Network} and
 * {@link org.longspan.model.TaskObjective}.
 */
package org.longspan.model;
