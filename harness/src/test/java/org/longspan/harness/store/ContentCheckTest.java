package org.longspan.harness.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ContentCheckTest {

    private static final String LINE = "{\"id\":\"ab\",\"code\":\"check\"}";
    private static final String INDENTED = "{\n  \"schema\" : 1,\n  \"name\" : \"é\"\n}\n";

    @Test
    void theCheckIsTheHashOfTheTextWithoutIt() throws NoSuchAlgorithmException {
        String sealed = ContentCheck.addTo(LINE);
        assertThat(sealed).isEqualTo("{\"id\":\"ab\",\"code\":\"check\",\"check\":\"" + sha256(LINE) + "\"}");
        assertThat(ContentCheck.addToIndented(INDENTED))
                .isEqualTo(INDENTED.replace("\"é\"", "\"é\",\n  \"check\" : \"" + sha256(INDENTED) + "\""));
    }

    @Test
    void whatWasWrittenIsRightAndGivesItsContentBack() {
        assertThat(of(ContentCheck.addTo(LINE)).state()).isEqualTo(ContentCheck.State.RIGHT);
        assertThat(of(ContentCheck.addTo(LINE)).content()).asString().isEqualTo(LINE);
        assertThat(of(ContentCheck.addToIndented(INDENTED)).content())
                .isEqualTo(INDENTED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyChangedByteOfTheContentIsFound() {
        byte[] sealed = ContentCheck.addTo(LINE).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < LINE.length() - 1; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThat(ContentCheck.of(damaged).state()).as("byte %d", i).isEqualTo(ContentCheck.State.WRONG);
        }
    }

    @Test
    void aTextWithoutACheckHasNone() {
        for (String text : new String[] {LINE, INDENTED, "", "}", "\"12345678\"}", "{\"check\":\"1234567\"}", "{}"}) {
            assertThat(of(text).state()).as(text).isEqualTo(ContentCheck.State.MISSING);
        }
    }

    private static ContentCheck of(String text) {
        return ContentCheck.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, 8);
    }
}
