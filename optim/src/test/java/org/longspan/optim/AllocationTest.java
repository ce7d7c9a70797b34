package org.longspan.optim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.schedule.Constant;

class AllocationTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("org.longspan.optim.CatalogueTest#firstOrder")
    void aFirstOrderStepAllocatesNothingUnderAnyClipping(Entry<Optimizer> entry) {
        FieldOracle quadratic = FieldOracle.quadratic(1f, 0.5f, 2f);
        for (Entry<ClippingScheme> scheme : Clippings.all()) {
            Run run = new Run(entry.create(Settings.NONE), new Constant(), 2000, new float[100]);
            run.under(scheme.create(Settings.NONE).at(1));
            run.advance(quadratic, 10); // the first steps make the memory
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) { // the virtual machine allocates here now and then, our code always or never
                long before = THREAD.getCurrentThreadAllocatedBytes();
                run.advance(quadratic, 100);
                least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).as("bytes in 100 steps under %s", scheme.name()).isLessThan(100);
        }
    }
}
