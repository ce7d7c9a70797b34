/**
 * Probes at the training runs of a plan: when each looks, what it is shown, and what is recorded. Trials do not depend on
 * anything here. Read {@link org.longspan.harness.probe.ProbingRunner} first.
 */
package org.longspan.harness.probe;
