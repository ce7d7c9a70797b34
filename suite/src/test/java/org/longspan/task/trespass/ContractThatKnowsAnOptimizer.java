package org.longspan.task.trespass;

import org.longspan.optim.Optimizer;

/** Shown to the wall around the contract of tasks: it knows an optimizer. */
public record ContractThatKnowsAnOptimizer(Optimizer optimizer) {}
