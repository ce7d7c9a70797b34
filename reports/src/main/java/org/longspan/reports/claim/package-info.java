/**
 * Claims, answered: a class for each kind of comparison, and verdicts. Read {@link org.longspan.reports.claim.Answered}
 * first.
 */
package org.longspan.reports.claim;
