package org.longspan.harness.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.refusal.UserError;
import org.longspan.method.MethodProvider;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Optimizer;
import org.longspan.optim.catalogue.Optimizers;

class MethodCatalogueTest {

    private static final String SERVICES = "META-INF/services/" + MethodProvider.class.getName();
    private static final Path JAR = Path.of("guests.jar");
    private static final MethodList.Origin ORIGIN = new MethodList.Origin(JAR, MethodCatalogueTest.class);
    private static final String PLACE = "method jar guests.jar";

    @TempDir
    Path folder;

    @Test
    void everyListOfThisBuildIsInIt() {
        MethodCatalogue methods = MethodCatalogue.ofThisBuild();
        assertThat(methods.optimizers().entries()).isEqualTo(Optimizers.all());
        for (MethodKind kind : MethodKind.values()) {
            assertThat(methods.list(kind).kind()).isEqualTo(kind);
            assertThat(methods.list(kind).entries()).isNotEmpty();
            assertThat(methods.list(kind).origins()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");
        assertRefused(text, "method jar " + text + " is not a jar");
        assertRefused(folder.resolve("absent.jar"), "absent.jar is not there");
        assertRefused(folder, "is a folder");
    }

    @Test
    void aJarWithoutMethodsIsNamed() throws IOException {
        assertRefused(jar("empty.jar", ""), "holds no methods of its own, expected a file " + SERVICES);
    }

    @Test
    void aProviderThatCannotBeLoadedIsNamed() throws IOException {
        assertRefused(
                jar("broken.jar", "org.example.Missing"),
                "broken.jar has a method provider that cannot be loaded",
                "org.example.Missing");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> FakeMethods.catalogue().optimizers().named("heawy"))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown optimizer heawy; did you mean heavy? Known: descent, heavy");
    }

    @Test
    void aStrangersEntryKnowsItsJar() {
        MethodList<Optimizer> list = optimizers().and(List.of(entry("light", () -> null)), ORIGIN, PLACE);
        assertThat(list.names()).containsExactly("descent", "heavy", "light");
        assertThat(list.jarOf("light")).contains(JAR);
        assertThat(list.jarOf("heavy")).isEmpty();
    }

    @Test
    void theCodeOfAnExternalEntryBeginsAtItsProvider() {
        MethodList<Optimizer> list = optimizers().and(List.of(entry("light", () -> null)), ORIGIN, PLACE);
        assertThat(list.source(list.named("light"))).isEqualTo(ORIGIN.provider());
        assertThat(list.source(list.named("heavy")))
                .isEqualTo(list.named("heavy").source());
    }

    @Test
    void aNameThatIsTakenIsRefusedWithBothPlaces() {
        List<Entry<Optimizer>> light = List.of(entry("light", () -> null));
        MethodList<Optimizer> list = optimizers().and(light, ORIGIN, PLACE);

        assertThatThrownBy(() ->
                        list.and(light, new MethodList.Origin(Path.of("b.jar"), Object.class), "method jar b.jar"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "optimizer light of method jar b.jar is already defined by guests.jar, expected a name of its"
                                + " own");
        assertThatThrownBy(() -> list.and(List.of(entry("heavy", () -> null)), ORIGIN, PLACE))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("optimizer heavy of method jar guests.jar is already defined by this build");
    }

    @Test
    void whatAStrangersFactoryThrowsIsToldAsItsJars() {
        MethodList<Optimizer> list = optimizers()
                .and(
                        List.of(
                                entry("sad", () -> {
                                    throw new IllegalStateException("no luck");
                                }),
                                entry("picky", () -> {
                                    throw new IllegalArgumentException("a is not below b");
                                })),
                        ORIGIN,
                        PLACE);
        assertThatThrownBy(() -> list.named("sad").create(Settings.NONE))
                .isInstanceOf(UserError.class)
                .hasMessage("optimizer sad of method jar guests.jar cannot be made: IllegalStateException: no luck");
        assertThatThrownBy(() -> list.named("picky").create(Settings.NONE))
                .as("settings that contradict each other are the user's")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a is not below b");
    }

    private static MethodList<Optimizer> optimizers() {
        return FakeMethods.catalogue().optimizers();
    }

    private static Entry<Optimizer> entry(String name, java.util.function.Supplier<Optimizer> made) {
        return new Entry<>(name, "A.", "u = 0", "A. Nobody (1900).", List.of(), List.of(), settings -> made.get());
    }

    private static void assertRefused(Path jar, String... parts) {
        assertThatThrownBy(() -> MethodCatalogue.load(List.of(jar)))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
    }

    private Path jar(String name, String provider) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(SERVICES));
            out.write(provider.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
