package org.longspan.harness.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;

/** Reads the text of a file in YAML: a plan, or what names plans. */
public final class PlanText {

    /** Far beyond a plan with 20,000 models, and read in a second. */
    static final int MOST_BYTES = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private PlanText() {}

    /**
     * Returns the text of {@code file}.
     *
     * @param what the file holds, such as {@code plan}
     * @throws UserError if it is not there, too large or not text
     */
    public static String of(String what, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(what + " " + file + " is not there, expected a YAML file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            requireSize(what, file.toString(), bytes.length);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UserError(what + " " + file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UserError(what + " " + file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /** Refuses what is no {@code what} by its size, before it is parsed. */
    static void requireSize(String what, String file, int size) {
        if (size > MOST_BYTES) {
            throw new UserError(
                    what + " " + file + " is larger than " + (MOST_BYTES >> 20) + " MB, expected a smaller file");
        }
    }

    /** Returns {@code text} without the mark that some editors put before it. */
    static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
