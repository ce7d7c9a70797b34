/**
 * The walls of the house as tests: who may see whom, and what may be called where. Each wall is also shown an
 * offender, so that a rule that cannot fail does not pass for a wall. Read {@code WallsTest} first.
 */
package org.longspan.suite.walls;
