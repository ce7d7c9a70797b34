/**
 * The embedded Reber grammar: short strings as published, and strings made long. Read
 * {@link org.longspan.tasks.reber.EmbeddedReber} first; {@link org.longspan.tasks.reber.ReberGrammar} is the
 * automaton, {@link org.longspan.tasks.reber.ReberWalk} a walk through it of a length that is set.
 */
package org.longspan.tasks.reber;
