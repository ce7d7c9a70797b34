/**
 * The contract of a task. A family of tasks is a {@link org.longspan.task.TaskProvider} found by
 * {@link java.util.ServiceLoader}; it makes {@link org.longspan.task.SequenceTask}s, which write their
 * sequences into a {@link org.longspan.task.BatchBuffer}.
 */
package org.longspan.task;
