package org.longspan.harness;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.remote.TrialFailure;
import org.longspan.harness.run.PlugInUse;

/**
 * Remembers why trials failed. Each new reason is told at once, and its first stack trace is kept in the run's folder.
 * Messages that differ in their numbers alone are one reason, told by the first of them.
 */
final class Failures implements ProgressListener {

    /** Numbers, hash codes after an at sign, and long hexadecimal numbers, such as the address of an object. */
    private static final Pattern NUMBER = Pattern.compile("@[0-9a-f]+|\\b(?:0x)?(?=[a-f]*[0-9])[0-9a-f]{6,}\\b|[0-9]+");

    private final ProgressListener listener;
    private final FailureTraces traces;
    private final PlugInUse use;
    private final Map<String, Reason> reasons = new LinkedHashMap<>(); // by the message with zeros for its numbers

    /** A reason, and the trial that failed first for it. */
    private static final class Reason {
        final Trial first;
        final String sentence;
        int trials;
        boolean told;

        Reason(Trial first, String sentence) {
            this.first = first;
            this.sentence = sentence;
        }
    }

    /**
     * Creates an empty memory.
     *
     * @param listener is told of each reason, and of all events
     * @param folder of the run
     */
    Failures(ProgressListener listener, Path folder, PlugInUse use) {
        this.listener = listener;
        this.traces = new FailureTraces(folder);
        this.use = use;
    }

    /** Takes what a trial has thrown, from any thread. */
    void add(Trial trial, Throwable e) {
        add(trial, TrialFailure.of(trial, e, use));
    }

    /** Takes why a trial has failed, from any thread. */
    synchronized void add(Trial trial, TrialFailure failure) {
        Reason reason = reasons.computeIfAbsent(
                NUMBER.matcher(failure.sentence()).replaceAll("0"), key -> new Reason(trial, failure.sentence()));
        if (reason.trials++ == 0) {
            traces.add("trial " + RecordJson.id(trial) + ": " + failure.trace());
        }
    }

    @Override
    public void note(String line) {
        listener.note(line);
    }

    @Override
    public void begun(Progress progress) {
        listener.begun(progress);
    }

    @Override
    public void started(Trial trial, Progress progress) {
        listener.started(trial, progress);
    }

    @Override
    public void storing(Runnable store) {
        listener.storing(store);
    }

    @Override
    public void finished(StoredResult result, Progress progress) {
        told(result).ifPresent(listener::note);
        listener.finished(result, progress);
    }

    /** Returns the sentence on a new reason, once the first trial that failed for it is stored. */
    private synchronized Optional<String> told(StoredResult result) {
        return reasons.values().stream()
                .filter(reason -> !reason.told && reason.first.equals(result.trial()))
                .findFirst()
                .map(reason -> {
                    reason.told = true;
                    return "trial " + result.id() + " failed, the run goes on: " + reason.sentence;
                });
    }

    /**
     * Returns the reasons. Traces of an earlier run do not outlive a run in which nothing failed.
     *
     * @param stopped whether trials are left that may fail as they did
     */
    synchronized FailureReasons reasons(boolean stopped) {
        if (reasons.isEmpty() && !stopped) {
            traces.forget();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        reasons.values().forEach(reason -> counts.put(reason.sentence, reason.trials));
        return new FailureReasons(counts, traces.complete());
    }
}
