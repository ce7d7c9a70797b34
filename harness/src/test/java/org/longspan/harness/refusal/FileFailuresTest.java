package org.longspan.harness.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailuresTest {

    @Test
    void noCauseIsTheNameOfAnException() {
        assertThat(FileFailures.of(new AccessDeniedException("runs/a"))).isEqualTo("permission denied");
        assertThat(FileFailures.of(new DirectoryNotEmptyException("runs/a")))
                .isEqualTo("runs/a is a folder, expected a file or none");
        assertThat(FileFailures.of(new FileAlreadyExistsException("runs/a"))).isEqualTo("runs/a is not a folder");
        assertThat(FileFailures.of(new NoSuchFileException("runs/a")))
                .isEqualTo("runs/a does not exist and cannot be created");
        assertThat(FileFailures.of(new MalformedInputException(1))).isEqualTo("not text in UTF-8");
        assertThat(FileFailures.of(new FileSystemException("runs/a", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileFailures.of(new IOException("No space left on device"))).isEqualTo("No space left on device");
    }
}
