package org.longspan.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.run.PlugInUse;

/**
 * Remembers why trials failed. Each new reason is told at once, and its first stack trace is kept in the run's folder.
 * Messages that differ in their numbers alone are one reason, told by the first of them.
 */
final class Failures implements ProgressListener {

    /** The file with the first stack trace of each reason. */
    static final String FILE = "failures.log";

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final ProgressListener listener;
    private final Path file;
    private final PlugInUse use;
    private final Map<String, Reason> reasons = new LinkedHashMap<>(); // by the message without its numbers
    private boolean written;

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
        this.file = folder.resolve(FILE);
        this.use = use;
    }

    /** Takes what a trial has thrown, from any thread. */
    synchronized void add(Trial trial, Throwable e) {
        String sentence =
                PlugInError.of(e, use.of(trial)).map(Throwable::getMessage).orElseGet(() -> PlugIns.text(e));
        Reason reason =
                reasons.computeIfAbsent(NUMBER.matcher(sentence).replaceAll("0"), key -> new Reason(trial, sentence));
        if (reason.trials++ == 0) {
            keep(trial, e);
        }
    }

    /** A trace that cannot be written must not end the run: its results are worth more. */
    private void keep(Trial trial, Throwable e) {
        String trace = "trial " + RecordJson.id(trial) + ": " + Causes.trace(e) + "\n";
        try {
            Files.writeString(
                    file,
                    trace,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    written ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS);
            written = true;
        } catch (IOException unwritable) {
            // the reason alone is told then
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

    /** Returns the reasons so far. Traces of an earlier run do not outlive a run in which nothing failed. */
    synchronized FailureReasons reasons() {
        if (reasons.isEmpty()) {
            forget();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        reasons.values().forEach(reason -> counts.put(reason.sentence, reason.trials));
        return new FailureReasons(counts, written ? Optional.of(file) : Optional.empty());
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a file that is left over does no harm
        }
    }
}
