package org.longspan.suite.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.suite.code.SmokeHashes;

/** A result that one JDK made can be reused on the other one: the code hash is the same. */
class CodeOnBothJdksTest {

    @Test
    void bothJdksGiveEachTrialTheSameCode() throws IOException, InterruptedException {
        Optional<Jdk> other = Jdk.other();
        assumeTrue(other.isPresent(), "there is no second JDK, of 17 to 24 beside 25 and newer or the other way round");
        assertThat(hashes(other.get())).isEqualTo(SmokeHashes.text());
    }

    private static String hashes(Jdk jdk) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        jdk.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmokeHashes.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
