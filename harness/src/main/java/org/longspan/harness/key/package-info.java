/**
 * The seeds of everything random in a run, each derived from named axes. Read {@link org.longspan.harness.key.Axes}
 * first.
 */
package org.longspan.harness.key;
