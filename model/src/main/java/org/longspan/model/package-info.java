/**
 * The unrolled network: back-propagation through time, tangents, curvature products and evaluation. It sees no
 * optimizer, clipping or concrete task. Read {@link org.longspan.model.Network} first, then
 * {@link org.longspan.model.TaskObjective}.
 */
package org.longspan.model;
