package org.longspan.suite.progress;

import java.nio.file.Path;
import org.longspan.harness.Progress;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.suite.text.Terminal;
import org.longspan.suite.text.Wording;

/**
 * Prints a last line when a run is ended by Ctrl-C or SIGTERM: the number of trials kept, and how to resume. All else
 * goes to another display, which shows nothing more after that line.
 */
public final class StopNote implements ProgressDisplay {

    private final ProgressDisplay display;
    private final Terminal terminal;
    private final Path folder;
    private final Thread hook = new Thread(this::ended, "stop-note");
    private Progress latest;
    private boolean over;

    private StopNote(ProgressDisplay display, Terminal terminal, Path folder) {
        this.display = display;
        this.terminal = terminal;
        this.folder = folder;
    }

    /**
     * Returns a display that prints the line if the virtual machine shuts down before the display is closed.
     *
     * @param folder of the run
     */
    public static ProgressDisplay on(ProgressDisplay display, Terminal terminal, Path folder) {
        StopNote note = new StopNote(display, terminal, folder);
        Runtime.getRuntime().addShutdownHook(note.hook);
        return note;
    }

    @Override
    public synchronized void note(String line) {
        if (!over) {
            display.note(line);
        }
    }

    @Override
    public synchronized void begun(Progress progress) {
        if (!over) {
            latest = progress;
            display.begun(progress);
        }
    }

    @Override
    public synchronized void started(Trial trial, Progress progress) {
        if (!over) {
            latest = progress;
            display.started(trial, progress);
        }
    }

    /** Holds back what would be stored after the note: the note would count it out, and the process may end half-way. */
    @Override
    public synchronized void storing(Runnable store) {
        while (over) {
            await();
        }
        store.run();
    }

    private void await() {
        try {
            wait(); // the virtual machine ends when its shutdown hooks have
        } catch (InterruptedException e) {
            // nobody interrupts a run's threads
        }
    }

    @Override
    public synchronized void finished(StoredResult result, Progress progress) {
        if (!over) {
            latest = progress;
            display.finished(result, progress);
        }
    }

    private synchronized void ended() {
        if (!over) {
            over = true;
            display.close();
            terminal.err().println(sentence());
            terminal.err().flush();
        }
    }

    private String sentence() {
        String rest = " in " + folder + "; the same command resumes the run";
        if (latest == null) {
            return "stopped before the first trial: all stored results are kept" + rest;
        }
        return "stopped: " + Wording.count(latest.done()) + " of " + Wording.count(latest.planned(), "trial")
                + (latest.done() == 1 ? " is" : " are") + " kept" + rest;
    }

    @Override
    public synchronized void close() {
        if (over) {
            return;
        }
        over = true;
        display.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // already shutting down: the hook sees that all is over
        }
    }
}
