/**
 * The commands, one class each. A command parses its arguments, calls the harness or the reports, prints, and returns
 * one of the codes of {@link org.longspan.suite.command.ExitCode}.
 */
package org.longspan.suite.command;
