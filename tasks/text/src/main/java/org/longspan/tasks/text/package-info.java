/**
 * The next character of a text that the user names. {@link org.longspan.tasks.text.TextProvider} reads the file,
 * {@link org.longspan.tasks.text.NextCharacter} cuts windows out of it.
 */
package org.longspan.tasks.text;
