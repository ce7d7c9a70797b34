/** Figures of what probes found: signals, curvature, cliffs. */
package org.longspan.reports.phenomena;
