package org.longspan.suite.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.BlindLoss;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;
import org.longspan.testkit.BlindPredictor;
import org.longspan.testkit.Score;

/**
 * The chance level of every solvable task, by its formula and from sequences: {@code target/chances.md}. The contract
 * test checks each task by itself; this table shows them side by side, over 100,000 sequences under
 * {@code -Pthorough}. Beside it the mean loss of the predictor that figures draw on a run's own sequences.
 */
class ChancesTest {

    private static final int SEQUENCES = Boolean.getBoolean("thorough") ? 100_000 : 5000;
    private static final int LENGTH = 20;

    @Test
    void everyFormulaIsTheLossOfTheBestBlindPredictor() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| task | T | chance by formula | of " + SEQUENCES + " sequences | standard error | drawn |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        for (TaskProvider provider : providers()) {
            for (Variant variant : provider.variants()) {
                int length = Math.max(LENGTH, variant.shortest());
                SequenceTask task = provider.create(
                        variant.name(), length, Entry.complete(provider.name(), provider.settings(), Settings.NONE));
                String name = provider.name() + " " + variant.name();
                assertThat(task.description().standing()).as(name).isInstanceOf(Standing.Solvable.class);
                double chance = ((Standing.Solvable) task.description().standing()).chance();
                BlindPredictor blind = BlindPredictor.of(task, Split.VALIDATION, SEQUENCES);
                Score score = Score.loss(task, blind, Split.VALIDATION, SEQUENCES);
                double drawn = BlindLoss.of(task).on(Split.VALIDATION, 0, 0, SEQUENCES);
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.6f | %.6f | %.6f | %.6f |",
                        name,
                        length,
                        chance,
                        score.mean(),
                        score.standardError(),
                        drawn));
                // The marginals are learned from the same sequences: by about a parameter over 2n too low, at each
                // step.
                double learned = 0.5 * task.description().outputs() / SEQUENCES;
                assertThat(score.mean()).as(name).isCloseTo(chance, within(4 * score.standardError() + learned));
                assertThat(drawn)
                        .as(name)
                        .isCloseTo(chance, within(4 * score.standardError() + 0.001 * chance))
                        .isGreaterThan(score.mean() - 1e-12);
            }
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("chances.md"), lines);
    }

    /** The tasks that read no file of the user; only these have a known chance level. */
    private static List<TaskProvider> providers() {
        return ServiceLoader.load(TaskProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.settings().stream().noneMatch(Setting.File.class::isInstance))
                .sorted(Comparator.comparing(TaskProvider::name))
                .toList();
    }
}
