package org.longspan.harness.record.json;

import org.longspan.harness.record.TrialEnd;

/** Writes how a trial ended as JSON and reads it. */
public final class EndJson {

    private EndJson() {}

    /** Returns {@code end} as one line. */
    public static String text(TrialEnd end) {
        return RecordJson.MAPPER.writeValueAsString(end);
    }

    /**
     * Returns the end in {@code text}.
     *
     * @throws IllegalArgumentException if the text is not such an end; the message is one sentence
     */
    public static TrialEnd read(String text) {
        return RecordJson.read(RecordJson.MAPPER, text, TrialEnd.class);
    }
}
