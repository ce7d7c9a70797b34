/**
 * The sections of the page, a class each, in the order of {@link org.longspan.reports.section.Sections}. A section turns
 * a run and its findings into words, figures and tables; it prints no HTML and computes no estimate.
 */
package org.longspan.reports.section;
