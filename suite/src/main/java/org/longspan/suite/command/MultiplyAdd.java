package org.longspan.suite.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Whether this virtual machine has fused multiply-add as an instruction; without it, it is exact all the same. */
public final class MultiplyAdd {

    private MultiplyAdd() {}

    /**
     * Returns a sentence for the log where the virtual machine says that {@link Math#fma(float, float, float)} is
     * computed in software; what does not say is taken to have the instruction.
     */
    public static Optional<String> missing() {
        return isInHardware()
                ? Optional.empty()
                : Optional.of("no hardware multiply-add, or Java was told not to use it: the same bits, much slower");
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
