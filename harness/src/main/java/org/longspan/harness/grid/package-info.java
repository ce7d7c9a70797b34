/**
 * The grid of a plan: which trials an arm is given, in which stages, and which setting is carried on. All of it is a
 * pure function of the plan and of finished results. Read {@link org.longspan.harness.grid.Grid} first.
 */
package org.longspan.harness.grid;
