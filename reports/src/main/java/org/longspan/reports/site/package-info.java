/**
 * The pages of a static site of runs: its index, the bar above every other page, the catalogue, and {@code site.json},
 * from which the index follows. Read {@link org.longspan.reports.site.SiteDocument} first. Nothing here touches a file:
 * {@code suite.site} does.
 */
package org.longspan.reports.site;
