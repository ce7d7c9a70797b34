package org.longspan.reports.claim;

import java.util.List;
import java.util.function.Function;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.TrialId;
import org.longspan.reports.summary.ArrangedRun;

/**
 * The run of a plan that claims ask.
 *
 * @param run its results
 * @param looks returns what probes found in a trial, in the order of the plan
 */
public record PlanRun(ArrangedRun run, Function<TrialId, List<ProbeLook>> looks) {}
