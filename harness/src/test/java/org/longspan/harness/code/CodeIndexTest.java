package org.longspan.harness.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.longspan.sources.IndexedType;

class CodeIndexTest {

    private static final CodeIndex INDEX = new CodeIndex(List.of(
            type("org.longspan.optim.List", "org.longspan.optim.One", "org.longspan.optim.Two"),
            type("org.longspan.optim.One", "org.longspan.optim.Two", "org.longspan.optim.List"),
            type("org.longspan.optim.Two", "org.longspan.optim.One", "org.library.Matrix"),
            type("org.longspan.model.All", "org.longspan.optim.*"),
            type("org.longspan.tasks.adding.Sum")));

    @Test
    void whatIsNamedIsReachedRoundACircleToo() {
        assertThat(INDEX.reach(Set.of("org.longspan.optim.One"), Set.of()))
                .containsExactly(
                        "org.library.Matrix",
                        "org.longspan.optim.List",
                        "org.longspan.optim.One",
                        "org.longspan.optim.Two");
    }

    @Test
    void nothingIsReachedThroughWhatIsCut() {
        Set<String> cut = Set.of("org.longspan.optim.List", "org.longspan.optim.Two");
        assertThat(INDEX.reach(Set.of("org.longspan.optim.One"), cut)).containsExactly("org.longspan.optim.One");
    }

    @Test
    void theImportOfAPackageReachesItsTypes() {
        assertThat(INDEX.reach(Set.of("org.longspan.model.All"), Set.of()))
                .contains("org.longspan.optim.List", "org.longspan.optim.One", "org.longspan.optim.Two");
    }

    @Test
    void aRoomIsOneModule() {
        assertThat(CodeIndex.room("org.longspan.optim.descent.Adam")).isEqualTo("optim");
        assertThat(CodeIndex.room("org.longspan.tasks.adding.Sum")).isEqualTo("tasks.adding");
    }

    @Test
    void theHashOfARoomHangsOnItsTypesAlone() {
        CodeIndex changed = INDEX.with(new IndexedType("org.longspan.optim.One", "other", Set.of()));
        assertThat(changed.hashOf("optim")).isNotEqualTo(INDEX.hashOf("optim"));
        assertThat(changed.hashOf("model")).isEqualTo(INDEX.hashOf("model"));
    }

    @Test
    void theIndexesOfAllModulesAreFound() {
        CodeIndex running = CodeIndex.of(CodeIndexTest.class.getClassLoader());
        assertThat(List.of(
                        "org.longspan.numerics.Kernels",
                        "org.longspan.task.SequenceTask",
                        "org.longspan.model.Network",
                        "org.longspan.optim.Optimizer",
                        "org.longspan.harness.run.Trainer"))
                .allSatisfy(name -> assertThat(running.type(name)).isPresent());
    }

    private static IndexedType type(String name, String... names) {
        return new IndexedType(name, "hash of " + name, Set.of(names));
    }
}
