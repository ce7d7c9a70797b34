/**
 * The contracts of tasks, cells, optimizers, clippings and probes, as test classes with one hook each: extend one in your
 * tests and return the method under test, and all its facts run. External projects use them in test scope. For a task
 * begin with {@link org.longspan.testkit.TaskContract}, for a cell with {@link org.longspan.testkit.CellContract}.
 */
package org.longspan.testkit;
