package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.longspan.numerics.kernel.plain.PlainKernels;

/** The choice of kernels, which changes no bit: virtual machines with other vectors print an equal digest. */
class KernelChoiceTest {

    private static final String FLAG = VectorApi.ADDED;

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
                .withMessage("unknown kernels fast; known: auto, plain, vector");
    }

    @Test
    void withoutTheVectorApiThePlainKernelsRun() throws Exception {
        assertThat(digestOfAnotherMachine()).isEqualTo("plain " + KernelDigest.of(PlainKernels.create()));
    }

    @Test
    void theVectorApiIsAddedToARunningMachineWithoutAWarning() throws Exception {
        String said = OtherMachine.everythingFrom(
                Path.of(System.getProperty("java.home")), KernelDigest.class, List.of(VectorApi.ADDABLE));

        assertThat(said).startsWith("vector-").endsWith(" " + KernelDigest.of(PlainKernels.create()));
    }

    @Test
    void aRuntimeThatHasNoVectorApiStartsAndRunsThePlainKernels(@TempDir Path folder) throws Exception {
        Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
        assumeThat(jlink).isPresent();
        Path runtime = folder.resolve("runtime");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        assumeThat(jlink.orElseThrow()
                        .run(nowhere, nowhere, "--add-modules", "java.base", "--output", runtime.toString()))
                .as("this JDK can make runtimes")
                .isZero();

        assertThat(OtherMachine.everythingFrom(runtime, KernelDigest.class, List.of(VectorApi.ADDABLE)))
                .isEqualTo("plain " + KernelDigest.of(PlainKernels.create()));
    }

    @Test
    void whatIsMissingIsSaidWithWhatBringsIt() {
        assertThat(VectorApi.missing())
                .isEqualTo("the Vector API is missing, java's option --add-modules=jdk.incubator.vector brings it");
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
