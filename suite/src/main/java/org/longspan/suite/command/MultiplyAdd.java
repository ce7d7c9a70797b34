package org.longspan.suite.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Asks whether this virtual machine has a fused multiply-add instruction. Results are exact without it too. */
public final class MultiplyAdd {

    private MultiplyAdd() {}

    /**
     * Returns a sentence for the log if the virtual machine reports that {@link Math#fma(float, float, float)} is
     * computed in software. A machine that does not report it is taken to have the instruction.
     */
    public static Optional<String> missing() {
        return isInHardware()
                ? Optional.empty()
                : Optional.of("no hardware multiply-add, or Java was told not to use it: equal bits, but much slower");
    }

    private static boolean isInHardware() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            return true;
        }
        try {
            return !machine.getVMOption("UseFMA").getValue().equals("false");
        } catch (IllegalArgumentException e) { // a virtual machine without this option
            return true;
        }
    }
}
