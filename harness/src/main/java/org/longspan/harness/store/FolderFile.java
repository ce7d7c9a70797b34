package org.longspan.harness.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens and replaces the files that a run or a report writes into its folder. No symbolic link that lies there is
 * followed, so a run changes no file elsewhere.
 */
public final class FolderFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private FolderFile() {}

    /** Opens a file of a folder for writing. */
    static FileChannel open(Path file, OpenOption... options) throws IOException {
        if (isOfAnotherKind(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    file.getFileName() + " is " + kind(file) + ", expected a file of its own or none: move it away");
        }
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all);
    }

    /** Refuses to read what may have no end or keep a reader waiting: a folder, pipe or device, also behind a link. */
    static void requireReadable(Path file) throws IOException {
        if (isOfAnotherKind(file)) {
            String kind = Files.isDirectory(file) ? "a folder" : "no regular file";
            throw new FileSystemException(
                    file.toString(),
                    null,
                    file.getFileName() + " is " + kind + ", expected the file that a run writes: move it away");
        }
    }

    /** Asks once, because another writer may move the file into its place between two questions. */
    private static boolean isOfAnotherKind(Path file, LinkOption... options) throws IOException {
        try {
            return !Files.readAttributes(file, BasicFileAttributes.class, options)
                    .isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static String kind(Path file) {
        if (Files.isSymbolicLink(file)) {
            return "a symbolic link";
        }
        return Files.isDirectory(file) ? "a folder" : "no regular file";
    }

    /**
     * Writes a file beside and moves it into place, so that a reader never sees half of it and a kill or a power cut
     * leaves the earlier one. A symbolic link of that name is replaced and not followed.
     *
     * @throws IOException if that fails, or if another process is writing the same file
     */
    public static void replace(Path file, byte[] content) throws IOException {
        writeBeside(file, out -> out.write(content));
        moveIntoPlace(file);
    }

    /** Writes the content of a file. */
    public interface Content {

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes what is to {@linkplain #moveIntoPlace replace} a file beside it, and forces it to disk. */
    static void writeBeside(Path file, Content content) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DirectoryNotEmptyException(file.toString());
        }
        Path beside = beside(file);
        Files.deleteIfExists(beside); // of a run that was killed
        try (FileChannel channel = open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Optional<String> own = identity(beside);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
            content.writeTo(out);
            out.flush();
            channel.force(true); // otherwise a power cut may leave an empty file
            if (!identity(beside).equals(own)) {
                throw written(beside);
            }
        } catch (FileAlreadyExistsException e) {
            throw written(beside);
        }
    }

    /** Moves what was written beside a file into its place. */
    static void moveIntoPlace(Path file) throws IOException {
        Path beside = beside(file);
        try {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw written(beside);
        }
    }

    /** Returns where the next content of a file is written. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static FileSystemException written(Path beside) {
        return new FileSystemException(
                beside.toString(), null, "another process is writing " + beside + ", expected no other at this time");
    }

    /**
     * Locks an open file until it is closed, and returns whether it could: not if anybody holds it, in this process or
     * another.
     */
    public static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this process
        }
    }

    /** Returns what tells a file from another of the same name; empty if it is missing or the system has no key. */
    static Optional<String> identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return Optional.ofNullable(key).map(Object::toString);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
