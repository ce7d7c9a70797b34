package org.longspan.task;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.DataFormatException;

/**
 * A file that sequences come from, read whole. A trial identifies it by its {@link #content content} alone; its path is
 * a circumstance. A gzip file is unpacked; its content is that of the packed file, and one that {@code gzip -t} refuses
 * is refused.
 */
public final class DataFile {

    /** The longest array of every virtual machine. */
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

    /** How the name of a gzip file ends. */
    private static final String PACKED = ".gz";

    private final String setting;
    private final Path path;
    private final byte[] bytes;
    private final String content;

    /** A file that is unusable at any length, and the setting that named it. */
    public static final class Unusable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String setting;

        private Unusable(String setting, String sentence) {
            super(sentence);
            this.setting = setting;
        }

        /** Returns the name of the setting that holds the file's path. */
        public String setting() {
            return setting;
        }
    }

    private DataFile(String setting, Path path, byte[] bytes, String content) {
        this.setting = setting;
        this.path = path;
        this.bytes = bytes;
        this.content = content;
    }

    /**
     * Reads a file.
     *
     * @param setting the name of the setting that holds its path
     * @param place its path; one that is not absolute begins where the program was started
     * @throws Unusable if there is none or it cannot be read, in one sentence
     */
    public static DataFile read(String setting, String place) {
        if (place.isBlank()) {
            throw new Unusable(setting, "the setting " + setting + " is missing, expected the path of a file");
        }
        Path path = path(setting, place);
        if (!Files.isRegularFile(path)) {
            throw wrong(
                    setting, path, (Files.isDirectory(path) ? "is a folder" : "is not there") + ", expected a file");
        }
        try {
            byte[] stored = bytesOf(setting, path);
            return new DataFile(setting, path, unpacked(setting, path, stored), contentOf(stored));
        } catch (IOException e) {
            String reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
            throw wrong(setting, path, "cannot be read (" + reason + "), expected a readable file");
        }
    }

    private static Path path(String setting, String place) {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new Unusable(
                    setting,
                    "the path " + place.replace("\0", "\\0") + " has a character that cannot be in a path here"
                            + ", expected another path, or java under LC_ALL=C.UTF-8");
        }
    }

    private static byte[] bytesOf(String setting, Path path) throws IOException {
        long size = Files.size(path);
        if (size > MOST_BYTES) {
            throw wrong(setting, path, "has " + size + " bytes, expected at most " + MOST_BYTES);
        }
        return Files.readAllBytes(path);
    }

    private static byte[] unpacked(String setting, Path path, byte[] stored) {
        if (!Gzip.begins(stored)) {
            if (path.toString().toLowerCase(Locale.ROOT).endsWith(PACKED)) {
                throw wrong(
                        setting,
                        path,
                        "does not begin as gzip does, expected a gzip file under a name that ends in " + PACKED);
            }
            return stored;
        }
        try {
            return Gzip.unpack(stored, MOST_BYTES);
        } catch (DataFormatException e) {
            throw wrong(
                    setting,
                    path,
                    "begins as gzip does and cannot be unpacked, expected a whole gzip file: " + e.getMessage());
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

    /** Returns the path, as it was given. */
    public Path path() {
        return path;
    }

    /** Returns the unpacked bytes, which are shared and must not be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns an error about this file; {@code what} follows its name. */
    public IllegalArgumentException wrong(String what) {
        return wrong(setting, path, what);
    }

    /** Returns an error about a valid file that does not suit the requested length. */
    public IllegalArgumentException unsuited(String what) {
        return new IllegalArgumentException("file " + path + " " + what);
    }

    private static Unusable wrong(String setting, Path path, String what) {
        return new Unusable(setting, "file " + path + " " + what);
    }
}
