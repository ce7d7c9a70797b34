/**
 * The folder of a static site: what is the site's in it, and how it changes at one stroke. Read
 * {@link org.longspan.suite.site.SiteFolder} first; what the pages say is in {@code reports.site}.
 */
package org.longspan.suite.site;
