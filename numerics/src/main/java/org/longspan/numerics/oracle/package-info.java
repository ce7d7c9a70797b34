/**
 * The contracts between models and optimizers: the derivatives of a loss that an optimizer can use, and the places
 * where a clipping acts. Models implement them and optimizers use them. Read {@link
 * org.longspan.numerics.oracle.Objective} first, then {@link org.longspan.numerics.oracle.Oracle}.
 */
package org.longspan.numerics.oracle;
