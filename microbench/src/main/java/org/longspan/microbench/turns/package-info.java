/**
 * What takes turns with a benchmark in its own virtual machine, so that a disturbance of the machine meets both. Read
 * {@link org.longspan.microbench.turns.Turns} first.
 */
package org.longspan.microbench.turns;
