package org.longspan.harness.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.longspan.harness.refusal.Causes;
import org.longspan.harness.refusal.UserError;

/**
 * An exception that the code of a plug-in threw. The message is one sentence with the task or method, its jar and the
 * line; the cause is the exception itself.
 */
public final class PlugInError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private PlugInError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /**
     * Returns the error if a plug-in threw {@code e}; empty if Longspan did, or if memory ran out. A link error or a
     * missing object that comes without a line of a jar is that of the plug-ins in use: Longspan alone has neither.
     *
     * @param inUse the plug-ins that were in use
     */
    public static Optional<PlugInError> of(Throwable e, List<PlugIn> inUse) {
        if (e instanceof PlugInError already) {
            return Optional.of(already);
        }
        Throwable root = Causes.root(e);
        if (e instanceof UserError || root instanceof OutOfMemoryError) {
            return Optional.empty();
        }
        Optional<String> jar = PlugIns.culprit(e);
        boolean unlike = root instanceof LinkageError || root instanceof NullPointerException;
        if (jar.isEmpty() && (inUse.isEmpty() || !unlike)) {
            return Optional.empty();
        }
        List<PlugIn> suspects = inUse.stream()
                .filter(plugIn -> jar.isEmpty() || plugIn.place().equals(jar.get()))
                .toList();
        String who = suspects.isEmpty() ? jar.orElseThrow() : names(suspects);
        return Optional.of(new PlugInError(who + " failed: " + PlugIns.told(e), e));
    }

    /**
     * Returns what {@code call} returns.
     *
     * @param inUse the plug-ins that the call uses
     * @throws PlugInError if a plug-in threw
     */
    public static <T> T guard(List<PlugIn> inUse, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            Optional<PlugInError> theirs = of(e, inUse);
            if (theirs.isPresent()) {
                throw theirs.get();
            }
            throw e;
        }
    }

    /** Returns {@code optimizer cubes or clipping half-length of method jar guests.jar}. */
    private static String names(List<PlugIn> suspects) {
        return suspects.stream()
                .collect(Collectors.groupingBy(
                        PlugIn::place, Collectors.mapping(PlugIn::name, Collectors.joining(" or "))))
                .entrySet()
                .stream()
                .map(jar -> jar.getValue() + " of " + jar.getKey())
                .sorted()
                .collect(Collectors.joining(", or "));
    }
}
