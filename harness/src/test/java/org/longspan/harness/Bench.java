package org.longspan.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.store.StoredLines;
import org.longspan.numerics.Kernels;
import org.longspan.numerics.kernel.KernelChoice;

/**
 * Runs of small plans with the real methods, each in a folder of its own.
 *
 * @param parent of the folders
 */
record Bench(Path parent) {

    static final Kernels KERNELS = KernelChoice.best("plain").kernels();
    static final MethodCatalogue METHODS = MethodCatalogue.ofThisBuild();

    /**
     * Two optimizers, and on two lengths 28 trials: under none two blocks, under global-norm one, each with two settings
     * and the one that is judged; and one skipped arm of each optimizer.
     */
    static final String PLAN = """
            name: tiny
            tier: {settings: 2, blocks: 1, control: 2}
            models: [{cell: tanh-rnn, hidden: 4}]
            tasks: [{family: recall, lengths: [2, 3]}]
            optimizers: [sgd, adam]
            clippings: [none, global-norm, {name: signal-norm, site: cell}]
            budget: {batch: 5, updates: 60}
            evaluation: {validation: 50, confirmation: 50, test: 50}
            """;

    /** Trials of {@link #PLAN} on one length: of each optimizer 3 in each of 3 blocks, and 1 that is skipped. */
    static final int OF_A_LENGTH = 2 * (3 * 3 + 1);

    static final int TRIALS = 2 * OF_A_LENGTH;

    /** Records all events. */
    static final class Ear implements ProgressListener {
        final List<String> notes = new ArrayList<>();
        final List<StoredResult> results = new ArrayList<>();
        Progress last;

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public void finished(StoredResult result, Progress progress) {
            results.add(result);
            last = progress;
        }
    }

    static RunOptions options(int threads) {
        return options(threads, "", List.of());
    }

    static RunOptions options(int threads, String only, List<Path> reuse) {
        return new RunOptions(threads, KERNELS, Set.of(), false, "test", "", only, reuse);
    }

    static RunOptions accepting(String... codes) {
        return new RunOptions(2, KERNELS, Set.of(codes), false, "test", "", "", List.of());
    }

    static Plan plan(String text) {
        return new PlanReader(METHODS, FakeTasks.catalogue()).read("tiny.yaml", text);
    }

    BenchmarkRun prepare(String folder, String plan, RunOptions options) {
        return new BenchmarkRun(plan(plan), FakeTasks.catalogue(), METHODS, folder(folder), options);
    }

    RunSummary run(String folder, String plan, RunOptions options, ProgressListener listener) {
        return prepare(folder, plan, options).run(listener);
    }

    RunSummary run(String folder, String plan, RunOptions options) {
        return run(folder, plan, options, ProgressListener.NONE);
    }

    RunSummary run(String folder, String plan) {
        return run(folder, plan, options(2));
    }

    Path folder(String folder) {
        return parent.resolve(folder);
    }

    Path results(String folder) {
        return folder(folder).resolve("results.jsonl");
    }

    /** Returns what must be equal in every run: the results without their circumstances, sorted by id. */
    List<String> canonical(String folder) {
        List<String> lines = new ArrayList<>();
        StoredLines.of(folder(folder)).forEach(result -> lines.add(RecordJson.canonicalLine(result)));
        return lines;
    }

    /** Returns the results without checks of their content. */
    String unchecked(String folder) throws IOException {
        return Files.readString(results(folder)).replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}");
    }
}
