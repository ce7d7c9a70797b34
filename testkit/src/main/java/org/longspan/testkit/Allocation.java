package org.longspan.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** Counts the bytes that a piece of code allocates on the thread that runs it. */
public final class Allocation {

    private static final int WARM_UP = 200;
    private static final int ATTEMPTS = 20;

    private Allocation() {}

    /**
     * Returns the least number of bytes that one run of {@code code} allocates after a warm-up. The least, because
     * the virtual machine itself may allocate on this thread once in a while; code that allocates does so always.
     */
    public static long of(Runnable code) {
        ThreadMXBean threads = threads();
        long id = Thread.currentThread().getId();
        for (int i = 0; i < WARM_UP; i++) {
            code.run();
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            long before = threads.getThreadAllocatedBytes(id);
            code.run();
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        return least;
    }

    private static ThreadMXBean threads() {
        boolean counted = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported()
                && bean.isThreadAllocatedMemoryEnabled();
        Assumptions.assumeTrue(counted, "this virtual machine does not count what a thread allocates");
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }
}
