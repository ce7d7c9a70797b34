package org.longspan.probes.trespass;

import org.longspan.harness.record.TrialResult;

/** Breaks the rule for probes: it knows a record of results. */
public record ProbeThatKnowsARecord(TrialResult result) {}
