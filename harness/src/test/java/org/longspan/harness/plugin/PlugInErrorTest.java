package org.longspan.harness.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.longspan.harness.refusal.UserError;

class PlugInErrorTest {

    private static final PlugIn OPTIMIZER = new PlugIn("optimizer cubes", "method jar guests.jar");
    private static final PlugIn CLIPPING = new PlugIn("clipping half", "method jar guests.jar");
    private static final PlugIn TASK = new PlugIn("task parrot", "task jar parrot.jar");

    /** Returns an exception as if a line of {@code jar} had thrown it; null stands for Longspan's own code. */
    private static Throwable thrown(Throwable e, String jar) {
        e.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("app", null, null, "org.longspan.model.Passes", "forward", "Passes.java", 7),
            new StackTraceElement(jar, null, null, "Guests", "step", "Guests.java", 21)
        });
        return e;
    }

    @Test
    void allSuspectsOfTheJarWithALineAreNamed() {
        Throwable e = thrown(new IllegalStateException("no\n luck"), "method jar guests.jar");

        assertThat(PlugInError.of(e, List.of(OPTIMIZER, TASK, CLIPPING)).orElseThrow())
                .hasMessage("optimizer cubes or clipping half of method jar guests.jar failed: "
                        + "IllegalStateException: no luck (Guests.java:21)");
        assertThat(PlugInError.of(e, List.of()).orElseThrow().getMessage())
                .startsWith("method jar guests.jar failed: ");
    }

    @Test
    void aLinkErrorWithoutALineIsThatOfThePlugInsInUse() {
        Throwable e = thrown(new AbstractMethodError("no method write"), "app");

        assertThat(PlugInError.of(e, List.of(OPTIMIZER, TASK)).orElseThrow())
                .hasMessage(
                        "optimizer cubes of method jar guests.jar, or task parrot of task jar parrot.jar failed: "
                                + "AbstractMethodError: no method write; was the jar compiled against this version of Longspan?");
        assertThat(PlugInError.of(e, List.of())).isEmpty();
    }

    @Test
    void longspansOwnErrorsAndALackOfMemoryAreNoPlugIns() {
        assertThat(PlugInError.of(thrown(new IllegalStateException(), "app"), List.of(TASK)))
                .isEmpty();
        assertThat(PlugInError.of(thrown(new OutOfMemoryError(), "task jar parrot.jar"), List.of(TASK)))
                .isEmpty();
        assertThat(PlugInError.of(new UserError("a sentence"), List.of(TASK))).isEmpty();
    }

    @Test
    void aGuardedCallThrowsTheErrorOnce() {
        RuntimeException e = (RuntimeException) thrown(new IllegalStateException(), "task jar parrot.jar");

        assertThatThrownBy(() -> PlugInError.guard(
                        List.of(OPTIMIZER),
                        () -> PlugInError.guard(List.of(TASK), () -> {
                            throw e;
                        })))
                .isInstanceOf(PlugInError.class)
                .hasMessage("task parrot of task jar parrot.jar failed: IllegalStateException (Guests.java:21)")
                .hasCause(e);
    }
}
