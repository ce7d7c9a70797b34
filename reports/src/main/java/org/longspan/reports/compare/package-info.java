/**
 * Two runs or more beside each other: what is equal bit for bit, what differs, by how much, and at what cost. The first
 * run is the base; each other one is held against it. Read {@link org.longspan.reports.compare.Comparison} first.
 */
package org.longspan.reports.compare;
