package org.longspan.harness.estimate;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What this process has used so far.
 *
 * @param processor seconds of all processors together
 * @param thread seconds of a processor for the thread that asks; what others use meanwhile is not in it
 * @param compiler seconds that the virtual machine has spent on compiling
 */
record Meter(DoubleSupplier processor, DoubleSupplier thread, DoubleSupplier compiler) {

    /**
     * Returns the meter of this process. A virtual machine that does not tell seems to compile nothing; where it does not
     * tell the times of threads, the clock does.
     */
    static Meter here() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        boolean tells = compiler != null && compiler.isCompilationTimeMonitoringSupported();
        return new Meter(
                Meter::processorSeconds, threadSeconds(), () -> tells ? compiler.getTotalCompilationTime() * 1e-3 : 0);
    }

    private static DoubleSupplier threadSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean tells = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return () -> (tells ? threads.getCurrentThreadCpuTime() : System.nanoTime()) * 1e-9;
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
