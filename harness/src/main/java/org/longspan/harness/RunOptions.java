package org.longspan.harness;

import java.util.Set;
import java.util.regex.Pattern;
import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.Kernels;

/**
 * How a run is carried out; none of it may change a result.
 *
 * @param threads number of trials at the same time, a thread each
 * @param kernels that every trial computes with
 * @param reuseCode hashes of other code whose results are accepted
 * @param stopWithParent whether the run ends at a trial's end once the process that started it has gone
 * @param version of Longspan, for the manifest
 * @param commit of the checkout, or empty
 */
public record RunOptions(
        int threads, Kernels kernels, Set<String> reuseCode, boolean stopWithParent, String version, String commit) {

    /** More than any machine has cores, and few enough to start. */
    private static final int MOST_THREADS = 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public RunOptions {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new UserError("threads is " + threads + ", expected a whole number from 1 to " + MOST_THREADS);
        }
        for (String hash : reuseCode) {
            requireHash(hash);
        }
        reuseCode = Set.copyOf(reuseCode);
    }

    private static void requireHash(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new UserError("--reuse-code " + hash
                    + " is no hash of code, expected 64 hexadecimal digits (0-9, a-f), such as a run names when it"
                    + " finds results of other code");
        }
    }

    /** Returns the options of a plain run: all cores, nothing reused but results of equal code. */
    public static RunOptions with(Kernels kernels) {
        return new RunOptions(Runtime.getRuntime().availableProcessors(), kernels, Set.of(), false, "development", "");
    }

    /** Returns these options with another number of threads. */
    public RunOptions withThreads(int count) {
        return new RunOptions(count, kernels, reuseCode, stopWithParent, version, commit);
    }
}
