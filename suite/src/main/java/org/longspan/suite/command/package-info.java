/**
 * The commands, one class each. A command reads its words, asks the harness or the reports, and prints; it returns
 * one of the codes of {@link org.longspan.suite.command.ExitCode}.
 */
package org.longspan.suite.command;
