/**
 * The program {@code longspan}: it parses the command line and formats the output. The harness and the reports do the
 * work. Read {@link org.longspan.suite.Longspan} first.
 */
package org.longspan.suite;
