/**
 * The statistics of the reports, each a small class with its formula and its source. Nothing here knows of
 * runs or files: numbers come in, numbers go out, and what is not determined is said to be so. Read
 * {@link org.longspan.reports.statistics.WilsonInterval} first.
 */
package org.longspan.reports.statistics;
