package org.longspan.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the index of a module. The module's build runs it after the compiler. */
public final class IndexWriter {

    private static final String JAVA = ".java";
    private static final String PROJECT = "org.longspan.";

    private IndexWriter() {}

    /**
     * Indexes the sources under the first folder and writes the index under the second.
     *
     * @throws IllegalArgumentException naming a source that cannot be indexed
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]).resolve(IndexedType.INDEX);
        Files.createDirectories(file.getParent());
        StringBuilder lines = new StringBuilder();
        index(Path.of(args[0])).forEach(type -> lines.append(type.line()).append('\n'));
        Files.writeString(file, lines);
    }

    /** Returns the types in the sources under {@code root}, sorted by name. */
    static List<IndexedType> index(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(IndexWriter::isType)
                    .map(IndexWriter::read)
                    .sorted(Comparator.comparing(IndexedType::name))
                    .toList();
        }
    }

    private static boolean isType(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(JAVA) && !name.equals("package-info.java");
    }

    private static IndexedType read(Path file) {
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            return requireNamedLibraries(SourceFile.index(
                    simpleName(file),
                    Files.readString(file),
                    siblings.filter(IndexWriter::isType)
                            .map(IndexWriter::simpleName)
                            .toList()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The jar of a library is found by its types, and the name of a package leads to none. */
    private static IndexedType requireNamedLibraries(IndexedType type) {
        for (String name : type.names()) {
            if (name.endsWith(".*") && !name.startsWith(PROJECT) && !name.startsWith("java.")) {
                throw new IllegalArgumentException("imports " + name + ", expected each type of a library by its name");
            }
        }
        return type;
    }

    private static String simpleName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - JAVA.length());
    }
}
