package org.longspan.reports.claim;

import java.util.Optional;

/** The runs of the plans that claims name. */
public interface PlanRuns {

    /** Returns the run of the plan that a claim names so; empty if a trial of it is missing. */
    Optional<PlanRun> run(String plan);

    /** Returns what is missing of a plan without a run, half a sentence. */
    String lack(String plan);
}
