package org.longspan.suite.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * The standard output of this process, which knows whether its reader has gone, as {@code head} does when it has read
 * enough. That is no failure, unlike a full disk.
 */
public final class StandardOutput extends FileOutputStream {

    private boolean left;

    /** Creates it on the process's own descriptor. */
    public StandardOutput() {
        super(FileDescriptor.out);
    }

    /** Returns whether a write failed because nobody reads any more. */
    public boolean hasBeenLeft() {
        return left;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            super.write(bytes, from, count);
        } catch (IOException e) {
            left |= isLeft(e);
            throw e;
        }
    }

    /** The system's message is the only sign; in most languages it keeps the English word. */
    static boolean isLeft(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }
}
