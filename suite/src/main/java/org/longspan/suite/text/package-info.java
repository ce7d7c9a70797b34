/** Text for a terminal: wrapping, numbers, durations. Read {@link org.longspan.suite.text.Terminal} first. */
package org.longspan.suite.text;
