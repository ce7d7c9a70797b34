package org.longspan.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice, and that it changes no bit: other virtual machines, with other vectors, print the same digest. */
class KernelChoiceTest {

    private static final String FLAG = "--add-modules=jdk.incubator.vector";

    @Test
    void plainIsGivenWhenAsked() {
        KernelChoice choice = KernelChoice.best("plain");
        assertThat(choice.kernels()).isInstanceOf(PlainKernels.class);
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
        assertThat(digestOfAnotherMachine()).isEqualTo("plain " + KernelDigest.of(new PlainKernels()));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 64})
    void theWidthOfVectorsChangesNoBit(int bytes) throws Exception {
        assertThat(digestOfAnotherMachine(FLAG, "-XX:MaxVectorSize=" + bytes))
                .startsWith("vector-")
                .endsWith(" " + KernelDigest.of(new PlainKernels()));
    }

    @Test
    void theInterpreterChangesNoBit() throws Exception {
        assertThat(digestOfAnotherMachine(FLAG, "-Xint")).endsWith(" " + KernelDigest.of(new PlainKernels()));
    }

    /** So soon that every loop is compiled while the digest is computed 30 times. */
    @Test
    void theCompilerChangesNoBit() throws Exception {
        assertThat(digestOfAnotherMachine(30, FLAG, "-Xbatch", "-XX:-TieredCompilation", "-XX:CompileThreshold=500"))
                .endsWith(" " + KernelDigest.of(new PlainKernels()));
    }

    private static String digestOfAnotherMachine(String... options) throws IOException, InterruptedException {
        return digestOfAnotherMachine(1, options);
    }

    private static String digestOfAnotherMachine(int times, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KernelDigest.class.getName()));
        command.add(Integer.toString(times));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }
}
