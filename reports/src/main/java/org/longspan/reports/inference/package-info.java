/**
 * What a run's scores allow to be concluded, each estimator a small class with its equation and its source. Arrays
 * come in, numbers go out; nothing here knows of runs, files or reports. Read
 * {@link org.longspan.reports.inference.Analysis} first.
 */
package org.longspan.reports.inference;
