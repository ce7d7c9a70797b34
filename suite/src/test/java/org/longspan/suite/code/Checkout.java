package org.longspan.suite.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.longspan.sources.IndexedType;
import org.longspan.sources.SourceFile;

/** The sources of this checkout. */
public final class Checkout {

    private static final List<Path> SOURCES = sources();

    private Checkout() {}

    /** Returns the root; tests run in a module's folder or in the root itself. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("numerics/pom.xml")) ? here : here.getParent();
    }

    private static List<Path> sources() {
        try (Stream<Path> folders = Files.walk(root(), 2)) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the index entry of a type whose source has been edited. */
    static IndexedType index(String type, UnaryOperator<String> edit) {
        Path file = file(type);
        try (Stream<Path> beside = Files.list(file.getParent())) {
            List<String> siblings = beside.filter(Files::isRegularFile)
                    .map(Checkout::simpleName)
                    .toList();
            return SourceFile.index(simpleName(file), edit.apply(Files.readString(file)), siblings);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String type) {
        return SOURCES.stream()
                .map(folder -> folder.resolve(type.replace('.', '/') + ".java"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }
}
