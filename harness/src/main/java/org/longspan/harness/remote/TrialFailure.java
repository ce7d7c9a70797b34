package org.longspan.harness.remote;

import java.io.Serializable;
import java.util.Map;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.Trial;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.run.PlugInUse;

/**
 * Why a trial failed, in words: an exception of a plug-in exists only where its jar is loaded.
 *
 * @param sentence for the user
 * @param trace the stack trace
 */
public record TrialFailure(String sentence, String trace) implements Serializable {

    /** Returns why {@code trial} failed, which threw {@code e}. */
    public static TrialFailure of(Trial trial, Throwable e, PlugInUse use) {
        String sentence =
                PlugInError.of(e, use.of(trial)).map(Throwable::getMessage).orElseGet(() -> PlugIns.text(e));
        return new TrialFailure(sentence, Causes.trace(e));
    }

    /** Returns this failure with the keys of {@code words}, such as the paths of copies, replaced by their values. */
    TrialFailure replacing(Map<String, String> words) {
        String told = sentence;
        String traced = trace;
        for (Map.Entry<String, String> word : words.entrySet()) {
            told = told.replace(word.getKey(), word.getValue());
            traced = traced.replace(word.getKey(), word.getValue());
        }
        return new TrialFailure(told, traced);
    }
}
