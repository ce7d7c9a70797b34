package org.longspan.harness.estimate;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What this process has used so far.
 *
 * @param processor seconds of all processors together
 * @param compiler seconds that the virtual machine has spent on compiling
 */
record Meter(DoubleSupplier processor, DoubleSupplier compiler) {

    /** Returns the meter of this process. A virtual machine that does not tell seems to compile nothing. */
    static Meter here() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        boolean tells = compiler != null && compiler.isCompilationTimeMonitoringSupported();
        return new Meter(Meter::processorSeconds, () -> tells ? compiler.getTotalCompilationTime() * 1e-3 : 0);
    }

    /** Where the system does not tell, the clock does: it is the same if the processor is free. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseGet(() -> Duration.ofNanos(System.nanoTime()))
                        .toNanos()
                * 1e-9;
    }
}
