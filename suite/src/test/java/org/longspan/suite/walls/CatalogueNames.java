package org.longspan.suite.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.longspan.suite.catalogue.Catalogue;

/** Looks for the names of tasks, cells, optimizers and clippings among the string constants of classes. */
final class CatalogueNames {

    /** Names that are also plain English words: such a constant need not mean the method. */
    private static final Set<String> ENGLISH = Set.of("none", "value", "copy", "text", "images", "plain");

    private CatalogueNames() {}

    /** Returns one line for every name of the catalogue in a string constant of {@code room}. */
    static List<String> spelledOut(JavaClasses classes, String room) {
        Set<String> names = names();
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith(room))
                .flatMap(type ->
                        words(type).filter(names::contains).map(name -> type.getSimpleName() + " names " + name))
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        Catalogue.ofThisBuild().sections().stream()
                .filter(section ->
                        List.of("tasks", "models", "optimizers", "clippings").contains(section.name()))
                .flatMap(section -> section.items().stream())
                .forEach(item -> names.addAll(List.of(item.name().split(" "))));
        names.removeAll(ENGLISH);
        return names;
    }

    private static Stream<String> words(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = CatalogueNames.class.getResourceAsStream(file)) {
            return StringConstants.of(in).stream().flatMap(text -> Stream.of(text.split("[^A-Za-z0-9-]+")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
