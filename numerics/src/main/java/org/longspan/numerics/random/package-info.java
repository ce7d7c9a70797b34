/**
 * Named random streams, the only source of randomness in a trial. {@link org.longspan.numerics.random.Seed} derives a
 * seed from named axes, and {@link org.longspan.numerics.random.RandomStream} draws.
 */
package org.longspan.numerics.random;
