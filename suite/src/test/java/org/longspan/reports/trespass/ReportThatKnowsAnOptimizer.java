package org.longspan.reports.trespass;

import org.longspan.optim.Optimizer;

/** Shown to the wall around reports: it knows an optimizer. */
public record ReportThatKnowsAnOptimizer(Optimizer optimizer) {}
