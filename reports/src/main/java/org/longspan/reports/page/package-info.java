/**
 * The report as one HTML page without a network: what its templates need, ready to print. Read
 * {@link org.longspan.reports.page.Page} first, then {@code src/main/jte/report.jte}.
 */
package org.longspan.reports.page;
