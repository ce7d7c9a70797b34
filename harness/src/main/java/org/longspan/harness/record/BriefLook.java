package org.longspan.harness.record;

/**
 * A stored look of a probe without what it found.
 *
 * @param trial the trial
 * @param probe name of the probe
 * @param moment as the plan calls it
 * @param code hash of the code of the trial and of the probe
 * @param failed whether the probe broke off
 */
public record BriefLook(TrialId trial, String probe, String moment, String code, boolean failed) {

    /** Returns what a stored look holds in brief. */
    public static BriefLook of(ProbeRecord stored) {
        ProbeLook look = stored.look();
        return new BriefLook(
                stored.trial(),
                look.probe(),
                look.moment(),
                stored.code(),
                look.finding() instanceof ProbeFinding.Failed);
    }
}
