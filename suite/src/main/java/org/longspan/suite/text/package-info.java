/**
 * Words on a terminal: wrapping, numbers, spans of time. Read
 * {@link org.longspan.suite.text.Terminal} first.
 */
package org.longspan.suite.text;
