package org.longspan.harness.merge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that are read at places here and there. Of more than a process may have open, those used last stay open. */
final class OpenFiles implements AutoCloseable {

    private static final int MOST = 256;

    private final Map<Path, FileChannel> channels = new LinkedHashMap<>(16, 0.75f, true); // the one used last is last

    /** Returns the channel of a file, which is opened if it is not open. */
    FileChannel of(Path file) throws IOException {
        FileChannel open = channels.get(file);
        if (open == null) {
            if (channels.size() == MOST) {
                closeFirst();
            }
            open = FileChannel.open(file, StandardOpenOption.READ);
            channels.put(file, open);
        }
        return open;
    }

    private void closeFirst() throws IOException {
        Iterator<FileChannel> all = channels.values().iterator();
        FileChannel first = all.next();
        all.remove();
        first.close();
    }

    /** Closes all files. Another call does nothing. */
    @Override
    public void close() throws IOException {
        while (!channels.isEmpty()) {
            closeFirst();
        }
    }
}
