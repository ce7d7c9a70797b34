/**
 * The adding and the multiplication problem: combine the two marked numbers of a long sequence. Each file holds the
 * exact conventions of one paper; {@link org.longspan.tasks.adding.AddingProvider} and
 * {@link org.longspan.tasks.adding.MultiplicationProvider} list them.
 */
package org.longspan.tasks.adding;
