package org.longspan.suite.command;

import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.kernel.KernelChoice;
import picocli.CommandLine.Option;

/** The choice of kernels, shared by the commands that compute. */
final class KernelOption {

    @Option(
            names = "--kernels",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto, plain or vector; changes the speed and no bit of a result. Default: ${DEFAULT-VALUE}.")
    private String kind;

    /** Returns the kernels asked for, or an error that says how to have them. */
    KernelChoice choose() {
        try {
            return KernelChoice.best(kind);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
