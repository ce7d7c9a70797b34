/**
 * The adding problem: add the two marked numbers of a long sequence. Each variant is one file with the exact
 * conventions of one paper; {@link org.longspan.tasks.adding.AddingProvider} lists them.
 */
package org.longspan.tasks.adding;
