package org.longspan.tasks.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.TaskProvider;
import org.longspan.testkit.TaskContract;

class TextContractTest extends TaskContract {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("letters.txt"), Texts.letters(2000));
    }

    @Override
    protected TaskProvider provider() {
        return new TextProvider();
    }

    @Override
    protected Settings settings() {
        return super.settings().with("file", folder.resolve("letters.txt").toString());
    }
}
