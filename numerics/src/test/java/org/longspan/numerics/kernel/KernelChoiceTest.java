package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.kernel.plain.PlainKernels;

/** The choice of kernels, which changes no bit: virtual machines with other vectors print an equal digest. */
class KernelChoiceTest {

    private static final String FLAG = OtherMachine.VECTOR_API;

    @Test
    void plainIsGivenWhenAsked() {
        KernelChoice choice = KernelChoice.best("plain");
        assertThat(choice.kernels().name()).isEqualTo("plain");
        assertThat(choice.kernels().products())
                .hasSameClassAs(PlainKernels.create().products());
        assertThat(choice.reason()).isEqualTo("plain kernels, as asked");
    }

    @Test
    void unknownWordsAreAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelChoice.best("fast"))
                .withMessage("kernels fast; known: auto, plain, vector");
    }

    @Test
    void withoutTheVectorApiThePlainKernelsRun() throws Exception {
        assertThat(digestOfAnotherMachine()).isEqualTo("plain " + KernelDigest.of(PlainKernels.create()));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void theWidthOfVectorsChangesNoBit(int bytes) throws Exception {
        assertThat(digestOfAnotherMachine(FLAG, "-XX:MaxVectorSize=" + bytes))
                .startsWith("vector-")
                .endsWith(" " + KernelDigest.of(PlainKernels.create()));
    }

    @Test
    void theInterpreterChangesNoBit() throws Exception {
        assertThat(digestOfAnotherMachine(FLAG, "-Xint")).endsWith(" " + KernelDigest.of(PlainKernels.create()));
    }

    @Test
    void theCompilerChangesNoBit() throws Exception {
        assertThat(OtherMachine.run(KernelDigest.class, OtherMachine.COMPILING, "30"))
                .endsWith(" " + KernelDigest.of(PlainKernels.create()));
    }

    private static String digestOfAnotherMachine(String... options) throws IOException, InterruptedException {
        return OtherMachine.run(KernelDigest.class, List.of(options));
    }
}
