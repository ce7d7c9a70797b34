package org.longspan.task.trespass;

import org.longspan.optim.Optimizer;

/** Breaks the rule for the contract of tasks: it knows an optimizer. */
public record ContractThatKnowsAnOptimizer(Optimizer optimizer) {}
