package org.longspan.suite.progress;

import me.tongfei.progressbar.ProgressBarConsumer;
import org.longspan.suite.text.Terminal;

/** Writes the last line of the terminal. The library's own writer would open the terminal itself. */
record BarLine(Terminal terminal) implements ProgressBarConsumer {

    static final String ERASE = "\r\033[K";

    @Override
    public int getMaxRenderedLength() {
        return terminal.width() - 1;
    }

    @Override
    public void accept(String text) {
        terminal.redraw("\r" + text);
    }

    @Override
    public void clear() {
        terminal.redraw(ERASE);
    }

    /** Ends no line: the library may redraw the bar once more behind this, so its display does. */
    @Override
    public void close() {}
}
