package org.longspan.suite.command;

import java.util.List;
import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.kernel.KernelChoice;
import picocli.CommandLine.Option;

/** The choice of kernels, shared by the commands that compute. */
final class KernelOption {

    @Option(
            names = "--kernels",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto, plain or vector; affects the speed but no bit of a result. Default: ${DEFAULT-VALUE}.")
    private String kind;

    /** Returns the option as it was given; another machine finds its own where none was. */
    List<String> words() {
        return kind.equals("auto") ? List.of() : List.of("--kernels", kind);
    }

    /** Returns the chosen kernels; the error for unavailable ones says how to enable them. */
    KernelChoice choose() {
        if (kind.isBlank()) {
            throw new UserError("--kernels is empty, expected auto, plain or vector");
        }
        try {
            return KernelChoice.best(kind);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
