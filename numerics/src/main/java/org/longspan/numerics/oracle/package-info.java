/**
 * The contracts between models and optimizers: what an optimizer may ask of a loss, and where a clipping may act.
 * Models implement them and optimizers use them. Read {@link org.longspan.numerics.oracle.Objective} first, then
 * {@link org.longspan.numerics.oracle.Oracle}.
 */
package org.longspan.numerics.oracle;
