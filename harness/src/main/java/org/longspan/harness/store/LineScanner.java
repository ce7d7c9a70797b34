package org.longspan.harness.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file line by line as bytes. Only line feeds end a line, and what follows the last one is the tail. */
final class LineScanner implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private int next;
    private int filled;
    private int number;
    private long offset;

    /**
     * A line without its line feed.
     *
     * @param number from 1
     * @param offset of its first byte in the file
     * @param bytes of the line
     */
    record Line(int number, long offset, byte[] bytes) {

        /** Returns whether the line holds nothing but spaces, tabs and carriage returns. */
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    LineScanner(Path file) throws IOException {
        FolderFile.requireReadable(file);
        this.in = Files.newInputStream(file);
    }

    /** Returns the next line that ends with a line feed; empty if there is none. */
    Optional<Line> next() throws IOException {
        while (true) {
            int end = lineFeed();
            rest.write(buffer, next, end - next);
            next = end;
            if (end < filled) {
                next++;
                return Optional.of(take(1));
            }
            filled = Math.max(0, in.read(buffer));
            next = 0;
            if (filled == 0) {
                return Optional.empty();
            }
        }
    }

    /** Returns what follows the last line feed, once there is no next line. */
    Line tail() {
        return take(0);
    }

    private int lineFeed() {
        int i = next;
        while (i < filled && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private Line take(int lineFeeds) {
        Line line = new Line(++number, offset, rest.toByteArray());
        offset += line.bytes().length + lineFeeds;
        rest.reset();
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
