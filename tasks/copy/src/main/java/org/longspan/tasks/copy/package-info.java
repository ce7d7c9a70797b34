/**
 * Copying after a delay: the copy task of the unitary networks and its variants, selective copying, and noiseless
 * memorization of 5 and 20 bits. Each form is one file with the exact encoding of one source;
 * {@link org.longspan.tasks.copy.CopyProvider} lists them.
 */
package org.longspan.tasks.copy;
