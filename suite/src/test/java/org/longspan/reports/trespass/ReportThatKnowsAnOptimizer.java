package org.longspan.reports.trespass;

import org.longspan.optim.Optimizer;

/** Breaks the rule for reports: it knows an optimizer. */
public record ReportThatKnowsAnOptimizer(Optimizer optimizer) {}
