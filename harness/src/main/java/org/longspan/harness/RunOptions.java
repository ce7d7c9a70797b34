package org.longspan.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.Kernels;

/**
 * Options of a run. None of them may change a result.
 *
 * @param threads number of trials that run in parallel, one thread each
 * @param kernels for all trials
 * @param reuseCode hashes of other code whose results may be reused
 * @param stopWithParent whether to stop after the running trials once the parent process has ended
 * @param version of Longspan, for the manifest
 * @param commit of the checkout; empty if unknown
 * @param only the part of the grid to run, as {@link org.longspan.harness.grid.CellFilter} reads it; empty for all of it
 * @param reuse folders of other runs, whose results of equal trials are taken over
 */
public record RunOptions(
        int threads,
        Kernels kernels,
        Set<String> reuseCode,
        boolean stopWithParent,
        String version,
        String commit,
        String only,
        List<Path> reuse) {

    /** More threads than any machine has cores, but few enough to start. */
    public static final int MOST_THREADS = 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public RunOptions {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UserError("threads is " + threads + ", expected a whole number from 1 to " + MOST_THREADS);
        }
        for (String hash : reuseCode) {
            requireHash(hash);
        }
        reuseCode = Set.copyOf(reuseCode);
        reuse = List.copyOf(reuse);
    }

    private static void requireHash(String hash) {
        if (hash.isBlank()) {
            throw new UserError("--reuse-code is empty, expected a code hash of 64 hexadecimal digits");
        }
        if (!HASH.matcher(hash).matches()) {
            throw new UserError("--reuse-code " + hash
                    + " is not a code hash, expected 64 hexadecimal digits (0-9, a-f), as printed by a run that"
                    + " finds results of other code");
        }
    }

    /** Returns the default options: all cores, and only results of equal code are reused. */
    public static RunOptions with(Kernels kernels) {
        return new RunOptions(
                Runtime.getRuntime().availableProcessors(), kernels, Set.of(), false, "development", "", "", List.of());
    }

    /** Returns these options for a part of the grid, beside any that they name already. */
    public RunOptions withOnly(String part) {
        String both = only.isBlank() ? part : only + "," + part;
        return new RunOptions(threads, kernels, reuseCode, stopWithParent, version, commit, both, reuse);
    }

    /** Returns these options with another number of threads. */
    public RunOptions withThreads(int count) {
        return new RunOptions(count, kernels, reuseCode, stopWithParent, version, commit, only, reuse);
    }
}
