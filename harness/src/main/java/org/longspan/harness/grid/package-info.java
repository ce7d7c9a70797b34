/**
 * The grid of a plan: the trials of each arm in its blocks, and the choice of settings. Everything is a pure
 * function of the plan and of finished results. Read {@link org.longspan.harness.grid.Grid} first.
 */
package org.longspan.harness.grid;
