package org.longspan.harness.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The place of a line in its file.
 *
 * @param number from 1
 * @param offset of its first byte
 * @param length in bytes, without the line feed
 */
public record LinePlace(int number, long offset, int length) {

    /**
     * Reads the bytes of the line from the file that is open at {@code channel}.
     *
     * @throws EOFException if the file ends before the line does
     */
    public byte[] read(FileChannel channel) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(length);
        int read = 0;
        while (read >= 0 && line.hasRemaining()) {
            read = channel.read(line, offset + line.position());
        }
        if (line.hasRemaining()) {
            throw new EOFException("it ends before the end of line " + number + ", so it was changed meanwhile");
        }
        return line.array();
    }
}
