package org.longspan.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void noCauseIsTheNameOfAnException() {
        assertThat(Causes.of(new AccessDeniedException("runs/a"))).isEqualTo("permission denied");
        assertThat(Causes.of(new DirectoryNotEmptyException("runs/a")))
                .isEqualTo("runs/a is a folder, expected a file or none");
        assertThat(Causes.of(new FileAlreadyExistsException("runs/a"))).isEqualTo("runs/a is no folder");
        assertThat(Causes.of(new NoSuchFileException("runs/a"))).isEqualTo("runs/a is not there and cannot be made");
        assertThat(Causes.of(new MalformedInputException(1))).isEqualTo("not text in UTF-8");
        assertThat(Causes.of(new FileSystemException("runs/a", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(Causes.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
