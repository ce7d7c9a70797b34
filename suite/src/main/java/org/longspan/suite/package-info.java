/**
 * The program {@code longspan}: what a user's words mean, and how its answers look. All the work is done by the
 * harness and the reports. Read {@link org.longspan.suite.Longspan} first.
 */
package org.longspan.suite;
