package org.longspan.harness.record;

/**
 * What an arm is run on: a network on a task of one length.
 *
 * @param task the task
 * @param model the network
 */
public record ProblemChoice(TaskChoice task, ModelChoice model) {}
