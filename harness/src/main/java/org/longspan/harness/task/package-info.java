/**
 * The task families on the class path and in external jars, and the files that tasks read. Read
 * {@link org.longspan.harness.task.TaskCatalogue} first.
 */
package org.longspan.harness.task;
