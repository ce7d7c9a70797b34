/**
 * Whole runs of tiny plans: what is kept, what is run again, what a killed run leaves behind, and what bad input is
 * answered with.
 */
package org.longspan.suite.endtoend;
