package org.longspan.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A file that sequences come from, read whole. A trial knows it by its {@link #content content} and by nothing else:
 * where it lies is a circumstance. One packed by gzip is unpacked; its content is that of the packed file.
 */
public final class DataFile {

    /** What an array may hold on every virtual machine. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    private final Path path;
    private final byte[] bytes;
    private final String content;

    private DataFile(Path path, byte[] bytes, String content) {
        this.path = path;
        this.bytes = bytes;
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @param setting the name of the setting that says where it is
     * @param place its path; one that is not absolute begins where the program was started
     * @throws IllegalArgumentException if there is none or it cannot be read, in one sentence
     */
    public static DataFile read(String setting, String place) {
        if (place.isBlank()) {
            throw new IllegalArgumentException("the setting " + setting + " is missing, expected the path of a file");
        }
        Path path = Path.of(place);
        if (!Files.isRegularFile(path)) {
            throw wrong(path, (Files.isDirectory(path) ? "is a folder" : "is not there") + ", expected a file");
        }
        try {
            byte[] stored = bytesOf(path);
            return new DataFile(path, isPacked(stored) ? unpacked(path, stored) : stored, contentOf(stored));
        } catch (IOException e) {
            throw wrong(path, "cannot be read (" + e.getMessage() + "), expected a file that may be");
        }
    }

    private static byte[] bytesOf(Path path) throws IOException {
        long size = Files.size(path);
        if (size > MOST_BYTES) {
            throw wrong(path, "has " + size + " bytes, expected at most " + MOST_BYTES);
        }
        return Files.readAllBytes(path);
    }

    /** The first two bytes of gzip, RFC 1952; no UTF-8 and no IDX file begins with them. */
    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static byte[] unpacked(Path path, byte[] stored) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw wrong(path, "begins as gzip does and cannot be unpacked, expected a whole gzip file");
        }
    }

    private static String contentOf(byte[] stored) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(stored);
            return "sha256 " + HexFormat.of().formatHex(hash) + ", " + stored.length + " bytes";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the SHA-256 and the size of the file, {@code sha256 9f86..., 4 bytes}: its identity. */
    public String content() {
        return content;
    }

    /** Returns where it lies, as it was named. */
    public Path path() {
        return path;
    }

    /** Returns what it holds, unpacked; not copied, so not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the error that something is wrong with this file: {@code what} follows its name. */
    public IllegalArgumentException wrong(String what) {
        return wrong(path, what);
    }

    private static IllegalArgumentException wrong(Path path, String what) {
        return new IllegalArgumentException("file " + path + " " + what);
    }
}
