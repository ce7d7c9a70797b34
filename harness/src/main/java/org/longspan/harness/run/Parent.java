package org.longspan.harness.run;

import java.util.Optional;

/** The process that started this one. */
public final class Parent {

    private final Optional<ProcessHandle> first = ProcessHandle.current().parent();

    /** Returns whether it has gone, so that nobody waits for this process any more. */
    public boolean hasGone() {
        return first.isPresent()
                && (!first.get().isAlive() || !ProcessHandle.current().parent().equals(first));
    }
}
