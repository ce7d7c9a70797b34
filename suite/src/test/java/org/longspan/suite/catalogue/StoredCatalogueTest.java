package org.longspan.suite.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.longspan.suite.stored.StoredFile;

/** The catalogue in the documentation is that of the code. */
class StoredCatalogueTest {

    @Test
    void thePageIsWhatTheListsSay() throws IOException {
        new StoredFile(Path.of("../docs/catalogue.md")).holds(CataloguePage.of(Catalogue.ofThisBuild()));
    }
}
