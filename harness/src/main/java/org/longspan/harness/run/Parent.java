package org.longspan.harness.run;

import java.util.Optional;

/** The process that started this one. */
public final class Parent {

    private final Optional<ProcessHandle> first = ProcessHandle.current().parent();

    /** Returns whether that process has ended. */
    public boolean hasGone() {
        return first.isPresent()
                && (!first.get().isAlive() || !ProcessHandle.current().parent().equals(first));
    }
}
