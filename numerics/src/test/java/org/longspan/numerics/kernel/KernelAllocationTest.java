package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelAllocationTest {

    @Test
    void compiledKernelsAllocateNothing() throws Exception {
        assertThat(OtherMachine.run(KernelAllocation.class, OtherMachine.COMPILING))
                .as("kernels that allocate, with bytes per call")
                .isEmpty();
    }

    @Test
    void compiledInTheOppositeOrderTheyAllocateNothingEither() throws Exception {
        assertThat(OtherMachine.run(KernelAllocation.class, OtherMachine.COMPILING, "backwards"))
                .as("kernels that allocate, with bytes per call")
                .isEmpty();
    }
}
