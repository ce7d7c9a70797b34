/**
 * How a run shows that it goes on: a bar where a person watches, plain lines in a log. Read
 * {@link org.longspan.suite.progress.ProgressDisplay} first.
 */
package org.longspan.suite.progress;
