package org.longspan.tasks.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.longspan.task.DataFile;

/** Decodes UTF-8 strictly: malformed input is an error that gives its position, never a replacement character. */
final class Utf8 {

    private static final int CHUNK = 1 << 13;

    private Utf8() {}

    /**
     * Passes on every code point of a file, in order.
     *
     * @throws IllegalArgumentException if a byte is not UTF-8, naming its place, the first byte being byte 0
     */
    static void each(DataFile file, IntConsumer codePoints) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(file.bytes());
        CharBuffer out = CharBuffer.allocate(CHUNK); // a pair of surrogates is never torn: it waits for the next
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            if (result.isError()) {
                throw file.wrong("is not text in UTF-8 from byte " + in.position() + " on (the first is byte 0),"
                        + " expected a text file in that encoding");
            }
            out.flip().codePoints().forEach(codePoints);
            out.clear();
        } while (result.isOverflow());
    }
}
