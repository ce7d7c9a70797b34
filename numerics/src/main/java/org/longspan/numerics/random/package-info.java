/**
 * Named random streams, the only source of chance in a trial. A seed is derived from named axes by
 * {@link org.longspan.numerics.random.Seed}; {@link org.longspan.numerics.random.RandomStream} draws.
 */
package org.longspan.numerics.random;
