/**
 * Displays of a run's progress: a bar on an interactive terminal, plain lines in a log. Read
 * {@link org.longspan.suite.progress.ProgressDisplay} first.
 */
package org.longspan.suite.progress;
