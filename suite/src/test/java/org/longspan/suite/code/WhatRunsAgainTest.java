package org.longspan.suite.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.longspan.harness.code.CodeIndex;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.run.TrainingWatch;
import org.longspan.numerics.kernel.plain.PlainKernels;
import org.longspan.numerics.kernel.vector.VectorKernels;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.descent.Adam;
import org.longspan.sources.SourceFile;

/** Which trials of plan smoke run again after a change. The counts go to {@code target/what-runs-again.txt}. */
class WhatRunsAgainTest {

    private static final CodeIndex INDEX = CodeIndex.of(WhatRunsAgainTest.class.getClassLoader());
    private static final TrialCode CODE = TrialCode.of(INDEX, SmokePlan.TASKS, SmokePlan.METHODS);
    private static final List<GridCell> CELLS = SmokePlan.cells();
    private static final TreeMap<String, Integer> COUNTS = new TreeMap<>();

    @Test
    void addingAnOptimizerRunsNoOtherTrialAgain() {
        String made = "package org.longspan.optim.descent; public final class Made { Adam kin; }";
        CodeIndex with = INDEX.with(SourceFile.index("Made", made, List.of("Adam")))
                .with(Checkout.index(
                        Optimizers.class.getName(),
                        source -> source.replace("Sgd.ENTRY,", "Sgd.ENTRY, Made.ENTRY,")
                                .replace("import ", "import org.longspan.optim.descent.Made;\nimport ")));
        assertThat(with.type(Optimizers.class.getName()))
                .as("the list has changed")
                .isNotEqualTo(INDEX.type(Optimizers.class.getName()));
        assertThat(again("an optimizer is added", with)).isEmpty();
    }

    @Test
    void changingAdamRunsAdamAndItsKinAgain() {
        Set<String> again = optimizers(again("Adam is changed", changed(Adam.class)));
        Set<String> kin = optimizers(CELLS.stream()
                .filter(cell -> CODE.types(SmokePlan.first(cell)).contains(Adam.class.getName()))
                .toList());
        assertThat(again).isEqualTo(kin).contains("adam", "adamw").doesNotContain("sgd", "rprop", "hessian-free");
    }

    @Test
    void changingAKernelRunsAllAgain() {
        assertThat(again("a plain kernel is changed", changed(PlainKernels.class)))
                .isEqualTo(CELLS);
        assertThat(again("a vector kernel is changed", changed(VectorKernels.class)))
                .isEqualTo(CELLS);
    }

    @Test
    void noTrialDependsOnAProbe() {
        assertThat(CELLS)
                .allSatisfy(cell -> assertThat(CODE.types(SmokePlan.first(cell)))
                        .contains(TrainingWatch.class.getName())
                        .noneMatch(type -> type.startsWith("org.longspan.probes.")
                                || type.startsWith("org.longspan.harness.probe.")));
    }

    @Test
    void editingJavadocAndLayoutRunsNoneAgain() {
        assertThat(again("all comments and all layout are changed", edited(WhatRunsAgainTest::otherWords)))
                .isEmpty();
    }

    @Test
    void theIndexOfThisBuildIsThatOfItsSources() {
        for (String type : types()) {
            assertThat(INDEX.type(type)).contains(Checkout.index(type, UnaryOperator.identity()));
        }
    }

    @AfterAll
    static void write() throws IOException {
        int all = CELLS.stream().mapToInt(GridCell::trials).sum();
        List<String> lines = COUNTS.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue() + " of " + all + " trials run again")
                .toList();
        Files.write(Files.createDirectories(Path.of("target")).resolve("what-runs-again.txt"), lines);
    }

    /** Returns the cells whose trials' code differs from the running code. */
    private static List<GridCell> again(String change, CodeIndex index) {
        TrialCode other = TrialCode.of(index, SmokePlan.TASKS, SmokePlan.METHODS);
        List<GridCell> again = CELLS.stream()
                .filter(cell -> !other.hash(SmokePlan.first(cell)).equals(CODE.hash(SmokePlan.first(cell))))
                .toList();
        COUNTS.put(change, again.stream().mapToInt(GridCell::trials).sum());
        return again;
    }

    private static Set<String> optimizers(List<GridCell> cells) {
        return cells.stream().map(cell -> cell.arm().optimizer()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the index after one member was added to the type. */
    private static CodeIndex changed(Class<?> type) {
        return INDEX.with(Checkout.index(
                type.getName(), source -> source.replaceFirst("}\\s*$", "static final int ONE_MORE = 1; }")));
    }

    private static CodeIndex edited(UnaryOperator<String> edit) {
        CodeIndex index = INDEX;
        for (String type : types()) {
            index = index.with(Checkout.index(type, edit));
        }
        return index;
    }

    private static String otherWords(String source) {
        return "/* A first line. */\n"
                + source.replace("/**", "/* no longer Javadoc:")
                        .replaceAll("(?m)^( *)(package|import|private|public|@)", "\n\t$1// a line\n$2")
                        .replace(";\n", " ;   // end\n");
    }

    private static Set<String> types() {
        Set<String> types = new TreeSet<>();
        CELLS.forEach(cell -> types.addAll(CODE.types(SmokePlan.first(cell))));
        return types;
    }
}
