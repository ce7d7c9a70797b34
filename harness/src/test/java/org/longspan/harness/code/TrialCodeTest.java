package org.longspan.harness.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Trial;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.optim.clip.ClipByGlobalNorm;
import org.longspan.optim.schedule.MomentumSchedules;
import org.longspan.probes.Probes;
import org.longspan.sources.IndexedType;

class TrialCodeTest {

    private static final CodeIndex INDEX = CodeIndex.of(TrialCodeTest.class.getClassLoader());
    private static final TrialRoots ROOTS = new TrialRoots(FakeTasks.catalogue(), MethodCatalogue.ofThisBuild());

    /** Without the task, which lies in one folder with all tests and so brings whatever they name. */
    private static final TrialCode CODE = code(INDEX);

    @TempDir
    Path folder;

    @Test
    void aTrialIsMadeByTheTrainerBothKernelsAndWhatItNames() {
        assertThat(CODE.types(trial("adamw", "global-norm")))
                .contains(
                        Trainer.class.getName(),
                        KernelChoice.class.getName(),
                        "org.longspan.numerics.kernel.plain.PlainKernels",
                        "org.longspan.numerics.kernel.vector.VectorKernels",
                        "org.longspan.optim.descent.AdamW",
                        "org.longspan.optim.descent.Adam",
                        "org.longspan.optim.clip.ClipByGlobalNorm")
                .doesNotContain("org.longspan.optim.descent.Lion", "org.longspan.optim.clip.ClipByValue")
                .doesNotContain("org.longspan.harness.record.Manifest")
                .doesNotContainAnyElementsOf(CutList.classes());
    }

    @Test
    void aSettingThatNamesAnEntryBringsIt() {
        assertThat(CODE.types(trial("{name: momentum, momentum-schedule: nesterov}", "none")))
                .contains("org.longspan.optim.schedule.NesterovMomentum");
        assertThat(CODE.types(trial("momentum", "none")))
                .contains("org.longspan.optim.schedule.ConstantMomentum")
                .doesNotContain("org.longspan.optim.schedule.NesterovMomentum");
    }

    /** A run without probes and a run with them make results of the same code. */
    @Test
    void noProbeIsInTheCodeOfATrial() {
        for (String optimizer : List.of("adamw", "muon", "hessian-free")) {
            assertThat(CODE.types(trial(optimizer, "global-norm")))
                    .noneMatch(type -> type.startsWith("org.longspan.probes."))
                    .noneMatch(type -> type.startsWith("org.longspan.harness.probe."));
        }
    }

    @Test
    void theCodeOfALookIsThatOfTheTrialOfTheProbeAndOfWhatRunsIt() {
        Trial trial = trial("adam", "global-norm");
        String own = look(INDEX, trial, "lyapunov");
        assertThat(own).isNotEqualTo(CODE.hash(trial).orElseThrow()).isNotEqualTo(look(INDEX, trial, "signal-by-lag"));
        assertThat(look(changed(Probes.named("lyapunov").source()), trial, "lyapunov"))
                .isNotEqualTo(own);
        assertThat(look(changed(ProbingRunner.class), trial, "lyapunov")).isNotEqualTo(own);
        assertThat(look(changed(Trainer.class), trial, "lyapunov")).isNotEqualTo(own);
        assertThat(look(changed(Probes.named("curvature-by-lag").source()), trial, "lyapunov"))
                .as("another probe")
                .isEqualTo(own);
        assertThat(look(changed(Probes.class), trial, "lyapunov"))
                .as("a longer list of probes")
                .isEqualTo(own);
        assertThat(CODE.hash(trial, "no such probe", List.of())).isEmpty();
    }

    /** What the bias of clipping is depends on the clippings that the plan compares. */
    @Test
    void aProbeThatComparesClippingsHasTheirCodeAndSettings() {
        Trial trial = trial("adam", "none");
        List<Choice> norm = List.of(trial("adam", "global-norm").clipping());
        List<Choice> other =
                List.of(trial("adam", "{name: global-norm, threshold: 3}").clipping());
        String own = CODE.hash(trial, "clip-bias", norm).orElseThrow();
        assertThat(CODE.hash(trial, "clip-bias", List.of())).isNotEqualTo(Optional.of(own));
        assertThat(CODE.hash(trial, "clip-bias", other)).isNotEqualTo(Optional.of(own));
        assertThat(code(changed(ClipByGlobalNorm.class)).hash(trial, "clip-bias", norm))
                .isNotEqualTo(Optional.of(own));
        assertThat(CODE.hash(trial, "lyapunov", norm)).isEqualTo(CODE.hash(trial, "lyapunov", List.of()));
    }

    private static String look(CodeIndex index, Trial trial, String probe) {
        return code(index).hash(trial, probe, List.of()).orElseThrow();
    }

    private static TrialCode code(CodeIndex index) {
        return new TrialCode(
                index, trial -> ROOTS.apply(trial).map(roots -> Sets.difference(roots, Set.of(FakeTasks.class))));
    }

    private static CodeIndex changed(Class<?> type) {
        Set<String> names = INDEX.type(type.getName()).map(IndexedType::names).orElseThrow();
        return INDEX.with(new IndexedType(type.getName(), "changed", names));
    }

    @Test
    void jarsThatNumbersPassThroughCount() {
        assertThat(CODE.parts(List.of(trial("adam", "none"))))
                .containsKeys("numerics", "task", "model", "optim", "harness")
                .doesNotContainKeys("reports", "suite")
                .anySatisfy((part, hash) -> assertThat(part).matches("commons-rng-core-.*\\.jar"))
                .anySatisfy((part, hash) -> assertThat(part).matches("guava-.*\\.jar"))
                .allSatisfy((part, hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    @Test
    void aFolderOfClassesCountsAsAJarDoes() throws Exception {
        TrialCode code = TrialCode.running(FakeTasks.catalogue(), MethodCatalogue.ofThisBuild());
        URL place = FakeTasks.class.getProtectionDomain().getCodeSource().getLocation();
        String folder = Path.of(place.toURI()).getFileName().toString();
        assertThat(code.parts(List.of(trial("adam", "none")))).containsKey(folder);
        assertThat(CODE.parts(List.of(trial("adam", "none")))).doesNotContainKey(folder);
    }

    @Test
    void everyEntryIsDeclaredByTheClassThatItSaysAndByNoList() {
        MethodCatalogue methods = MethodCatalogue.ofThisBuild();
        List<List<? extends Entry<?>>> lists = new ArrayList<>(List.of(MomentumSchedules.all()));
        Stream.of(MethodKind.values())
                .forEach(kind -> lists.add(methods.list(kind).entries()));
        assertThat(lists).hasSize(CutList.all(methods).size());
        for (List<? extends Entry<?>> entries : lists) {
            assertThat(entries).isNotEmpty().allSatisfy(entry -> {
                assertThat(CutList.classes()).doesNotContain(entry.source().getName());
                assertThat(INDEX.type(entry.source().getName())).isPresent();
                assertThat(declares(entry.source(), entry)).as(entry.name()).isTrue();
            });
        }
    }

    @Test
    void aTrialOfAMethodOrTaskThatIsGoneHasNoCode() {
        Trial trial = trial("adam", "none");
        assertThat(CODE.hash(trial)).isPresent();
        assertThat(TrialCode.running(TaskCatalogue.of(List.of()), MethodCatalogue.ofThisBuild())
                        .hash(trial))
                .isEmpty();
        assertThat(new TrialCode(INDEX, any -> Optional.empty()).hash(trial)).isEmpty();
    }

    @Test
    void aStrangersJarCountsByItsBytesNotItsNameWithAllThatItsClassesName() throws Exception {
        CodeIndex index = new CodeIndex(List.of(
                new IndexedType("org.longspan.task.Variant", "v", Set.of()),
                new IndexedType("org.longspan.numerics.Kernels", "k", Set.of())));
        String hash = hash(index, jar("first.jar", "words"));
        assertThat(hash(index, jar("renamed.jar", "words"))).isEqualTo(hash);
        assertThat(hash(index, jar("changed.jar", "other words"))).isNotEqualTo(hash);
        CodeIndex named = index.with(new IndexedType("org.longspan.task.Variant", "v2", Set.of()));
        assertThat(hash(named, jar("first.jar", "words"))).isNotEqualTo(hash);
        CodeIndex unnamed = index.with(new IndexedType("org.longspan.numerics.Kernels", "k2", Set.of()));
        assertThat(hash(unnamed, jar("first.jar", "words"))).isEqualTo(hash);
    }

    private String hash(CodeIndex index, Path jar) throws Exception {
        ClassLoader apart = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        URL[] urls = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, apart) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                return name.equals(FakeTasks.class.getName())
                        ? super.findClass(name)
                        : Class.forName(name, false, TrialCodeTest.class.getClassLoader());
            }
        }) {
            Set<Class<?>> roots = Set.of(loader.loadClass(FakeTasks.class.getName()));
            return new TrialCode(index, any -> Optional.of(roots))
                    .hash(trial("adam", "none"))
                    .orElseThrow();
        }
    }

    /** Returns a jar with one class, which names no kernels. */
    private Path jar(String name, String resource) throws IOException {
        Path jar = folder.resolve(name);
        String file = FakeTasks.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                InputStream in = FakeTasks.class.getClassLoader().getResourceAsStream(file)) {
            put(zip, file, in.readAllBytes());
            put(zip, "resource.txt", resource.getBytes());
        }
        return jar;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static boolean declares(Class<?> source, Entry<?> entry) throws IllegalAccessException {
        for (Field field : source.getDeclaredFields()) {
            if (field.getType() == Entry.class) {
                field.setAccessible(true);
                if (field.get(null) == entry) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Trial trial(String optimizer, String clipping) {
        String plan = """
                tier: quick
                seed: 0
                models: [{cell: lstm, hidden: 8}]
                tasks: [{family: recall, lengths: [3]}]
                budget: {updates: 40}
                """;
        String methods = "optimizers: [" + optimizer + "]\nclippings: [" + clipping + "]\n";
        return Grid.of(
                        new PlanReader(MethodCatalogue.ofThisBuild(), FakeTasks.catalogue())
                                .read("test.yaml", plan + methods),
                        MethodCatalogue.ofThisBuild(),
                        (m, o, c) -> Optional.empty())
                .cells()
                .get(0)
                .next(Map.of())
                .get(0);
    }
}
