package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.longspan.harness.refusal.UserError;

/** Collects the errors of a file, so that one reading tells all of them. */
public final class PlanErrors {

    private static final int SHOWN = 20;

    /** Reading ends here: a file with so many errors is no plan, and each has a sentence to make. */
    private static final int MOST = 1000;

    private final String what;
    private final List<PlanError> found = new ArrayList<>();

    /** Collects the errors of a plan. */
    PlanErrors() {
        this("plan");
    }

    /** Collects the errors of another file; {@code what} says what it holds, such as {@code claim}. */
    public PlanErrors(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }

    /**
     * Returns the value that {@code part} reads; empty if it is refused, or if there is an error in any part of it.
     */
    public <T> Optional<T> in(Supplier<T> part) {
        int before = found.size();
        try {
            T value = part.get();
            return found.size() == before ? Optional.of(value) : Optional.empty();
        } catch (PlanError e) {
            add(e);
            return Optional.empty();
        }
    }

    /** Does {@code check} and keeps its error. */
    public void check(Runnable check) {
        in(() -> {
            check.run();
            return true;
        });
    }

    /** Adds an error after which reading goes on. */
    public void add(PlanError error) {
        found.add(error);
        if (found.size() == MOST) {
            requireNone();
        }
    }

    /**
     * Refuses the file if there are errors.
     *
     * @throws UserError with a sentence for each of the first errors, in the order of their lines
     */
    public void requireNone() {
        if (found.isEmpty()) {
            return;
        }
        List<PlanError> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(PlanError::line));
        List<String> sentences = new ArrayList<>();
        sorted.stream().limit(SHOWN).forEach(error -> sentences.add(error.getMessage()));
        if (found.size() > SHOWN) {
            String atLeast = found.size() < MOST ? "" : "at least ";
            int more = found.size() - SHOWN;
            sentences.add("and " + atLeast + more + " more " + (more == 1 ? "error" : "errors") + " in this " + what);
        }
        throw new UserError(sentences, sorted.get(0).getCause());
    }
}
