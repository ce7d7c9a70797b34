package org.longspan.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFileTest {

    private static final String SOURCE = """
            package a.b;

            import java.util.List;
            import a.c.Base;
            import a.c.Outer.Nested;
            import a.c.OnlySaid;
            import a.d.*;
            import static a.e.Constants.TWO;
            import static a.f.Functions.*;

            /** Not {@link OnlySaid}, nor {@link Stranger}. */
            @Deprecated
            public final class Thing extends Base implements Sibling<Nested> {
                enum Kind { ONE, LARGE }
                record Pair(int a, List<Kind> b) {}
                static final int FOUR = TWO * 2;
                a.g.Spelled out(Object Unused) {
                    return new org.other.Library.Part(this.pair.a, java.util.Map.of());
                }
            }
            """;

    private static final List<String> SIBLINGS = List.of("Thing", "Sibling", "Stranger");

    @Test
    void aTypeNamesWhatItsCodeNames() {
        IndexedType type = index(SOURCE);
        assertThat(type.name()).isEqualTo("a.b.Thing");
        assertThat(type.names())
                .containsExactly(
                        "a.b.Sibling",
                        "a.c.Base",
                        "a.c.Outer",
                        "a.d.*",
                        "a.e.Constants",
                        "a.f.Functions",
                        "a.g.Spelled",
                        "org.other.Library");
    }

    @Test
    void layoutCommentsAndTheOrderOfImportsDoNotChangeTheHash() {
        String other = SOURCE.replaceAll("/\\*\\*.*", "/** Other words. */")
                .replace("import a.c.OnlySaid;\n", "")
                .replace(
                        "import a.c.Base;\nimport a.c.Outer.Nested;",
                        "import a.c.Outer.Nested;\nimport a.c.Base; // base")
                .replace("    ", "\t")
                .replace("{ ONE, LARGE }", "{\nONE,\nLARGE\n}");
        assertThat(index(other)).isEqualTo(index(SOURCE));
    }

    @Test
    void aTokenOrAnImportOfTheSameWordChangesTheHash() {
        assertThat(index(SOURCE.replace("* 2", "* 3")).hash())
                .isNotEqualTo(index(SOURCE).hash());
        assertThat(index(SOURCE.replace("a.c.Base", "a.x.Base")).hash())
                .isNotEqualTo(index(SOURCE).hash());
    }

    @Test
    void eachKindOfTypeIsKnown() {
        for (String kind : List.of("class", "interface", "enum", "record", "@interface", "sealed interface")) {
            String parameters = kind.equals("record") ? "(int class1)" : "";
            String source = "package a; @Marked(by = Other.class) public " + kind + " T" + parameters + " { }";
            assertThat(SourceFile.index("T", source, List.of()).name()).isEqualTo("a.T");
        }
    }

    @Test
    void aSecondTypeInAFileIsRefused() {
        assertThatThrownBy(() -> index(SOURCE + "class Second {}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declares Thing, Second, expected Thing alone");
    }

    @Test
    void aLineOfTheIndexIsReadBack() {
        IndexedType type = index(SOURCE);
        assertThat(IndexedType.parse(type.line())).isEqualTo(type);
        IndexedType alone = SourceFile.index("T", "package a; class T {}", List.of());
        assertThat(alone.names()).isEmpty();
        assertThat(IndexedType.parse(alone.line())).isEqualTo(alone);
    }

    private static IndexedType index(String source) {
        return SourceFile.index("Thing", source, SIBLINGS);
    }
}
