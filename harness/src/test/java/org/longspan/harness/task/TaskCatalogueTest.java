package org.longspan.harness.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;
import org.longspan.task.TaskProvider;

class TaskCatalogueTest {

    private static final String SERVICES = "META-INF/services/" + TaskProvider.class.getName();
    private static final String FAKE = "org/longspan/harness/fake/FakeTasks.class";

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");
        assertThatThrownBy(() -> TaskCatalogue.load(List.of(text)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("task jar " + text + " is not a jar");
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.jar");
        assertThatThrownBy(() -> TaskCatalogue.load(List.of(absent)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(absent + " is not there");
    }

    @Test
    void aJarWithoutTasksIsNamed() throws IOException {
        Path jar = jar("empty.jar", null);
        assertThatThrownBy(() -> TaskCatalogue.load(List.of(jar)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("holds no tasks")
                .hasMessageContaining(SERVICES);
    }

    @Test
    void aProviderThatCannotBeLoadedIsNamedInOneSentence() throws IOException {
        Path jar = jar("broken.jar", "org.example.Missing");
        assertThatThrownBy(() -> TaskCatalogue.load(List.of(jar)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("broken.jar has a task provider that cannot be loaded")
                .hasMessageContaining("org.example.Missing")
                .hasMessageNotContaining("\n");
    }

    @Test
    void twoFamiliesOfOneNameAreRefused() {
        assertThatThrownBy(() -> TaskCatalogue.of(List.of(new FakeTasks(), new FakeTasks())))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("task recall")
                .hasMessageContaining("is already defined by");
    }

    @Test
    void anUnknownFamilyIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> FakeTasks.catalogue().provider("recal"))
                .isInstanceOf(UserError.class)
                .hasMessage("unknown task recal; did you mean recall? Known: recall");
    }

    private Path jar(String name, String provider) throws IOException {
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream fake = FakeTasks.class.getClassLoader().getResourceAsStream(FAKE)) {
            out.putNextEntry(new JarEntry(FAKE));
            fake.transferTo(out);
            if (provider != null) {
                out.putNextEntry(new JarEntry(SERVICES));
                out.write(provider.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
