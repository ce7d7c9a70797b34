/**
 * Estimates how long a plan takes, before it runs and while it does: short trials are timed as a run would run them, and
 * results correct what was expected. Read {@link org.longspan.harness.estimate.Estimator} first.
 */
package org.longspan.harness.estimate;
