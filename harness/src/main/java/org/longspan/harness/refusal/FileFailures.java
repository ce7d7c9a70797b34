package org.longspan.harness.refusal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Describes why a file operation failed. */
public final class FileFailures {

    private FileFailures() {}

    /** Returns the reason as half a sentence, to follow the operation that failed. */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + " is not a folder";
        }
        if (e instanceof DirectoryNotEmptyException folder) {
            return folder.getFile() + " is a folder, expected a file or none";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist and cannot be created";
        }
        if (e instanceof CharacterCodingException) {
            return "not text in UTF-8";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
