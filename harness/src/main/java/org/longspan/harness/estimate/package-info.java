/**
 * Estimates a plan's running time from a short calibration run. Read {@link org.longspan.harness.estimate.Estimate}
 * first.
 */
package org.longspan.harness.estimate;
