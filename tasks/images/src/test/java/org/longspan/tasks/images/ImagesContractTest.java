package org.longspan.tasks.images;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;
import org.longspan.testkit.TaskContract;

class ImagesContractTest extends TaskContract {

    @TempDir
    private Path folder;

    @Override
    protected TaskProvider provider() {
        return new ImagesProvider();
    }

    @Override
    protected List<Integer> lengths(Variant variant) {
        return List.of(24, 6);
    }

    @Override
    protected Settings settings() {
        return Idxs.files(folder, Idxs.images(400, 4, 6), Idxs.labels(400));
    }
}
