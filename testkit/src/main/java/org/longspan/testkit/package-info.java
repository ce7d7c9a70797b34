/**
 * The contracts that every task, cell, optimizer and clipping keeps, as test classes with one hook each: extend one
 * in your tests, name what is to be tested, and all its facts run. Strangers' modules use them in test scope. For a
 * task begin with {@link org.longspan.testkit.TaskContract}, for a cell with {@link org.longspan.testkit.CellContract}.
 */
package org.longspan.testkit;
