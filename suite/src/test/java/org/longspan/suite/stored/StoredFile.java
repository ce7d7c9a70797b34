package org.longspan.suite.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository that is made from the code. A test compares the two, and one command writes all such files.
 *
 * @param path from the folder of the module suite
 */
public record StoredFile(Path path) {

    /** What writes every stored file; for the place of a page where it is told. */
    public static final String COMMAND = "mvn -q test -Pwrite -pl suite -am";

    /** Whether this is that command. */
    public static final boolean WRITES = Boolean.getBoolean("longspan.write");

    /** Returns what the file holds. */
    public String text() throws IOException {
        return Files.readString(path);
    }

    /** Passes if the file holds {@code text}, which the command writes. */
    public void holds(String text) throws IOException {
        if (WRITES) {
            Files.writeString(path, text);
        }
        assertThat(text())
                .as("%s is not what the code says; write it with  %s", path, COMMAND)
                .isEqualTo(text);
    }
}
