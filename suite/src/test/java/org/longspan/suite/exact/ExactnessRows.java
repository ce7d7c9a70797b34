package org.longspan.suite.exact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.run.LocalExecutor;
import org.longspan.harness.run.Machine;
import org.longspan.harness.run.Trainer;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.TrialSource;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.kernel.KernelChoice;
import org.longspan.suite.command.MultiplyAdd;

/**
 * The program of one row: runs trials on this virtual machine and prints one digest per line.
 *
 * <p>Arguments: the kernels, the number of threads, then the names of trials; {@code name@3} runs the first three
 * updates only.
 */
final class ExactnessRows {

    private ExactnessRows() {}

    public static void main(String[] arguments) {
        KernelChoice choice = KernelChoice.best(arguments[0]);
        System.err.println(choice.reason());
        MultiplyAdd.missing().ifPresent(System.err::println);
        List<String> names = Arrays.asList(arguments).subList(2, arguments.length);
        run(choice, Integer.parseInt(arguments[1]), names).forEach(digest -> System.out.println(digest.line()));
    }

    /** Runs the trials on the harness's executor and returns their digests in the order of {@code names}. */
    static List<Digest> run(KernelChoice choice, int threads, List<String> names) {
        List<ExactTrial> trials = names.stream().map(ExactnessRows::named).toList();
        Bag bag = new Bag(trials.stream().map(ExactTrial::trial).toList());
        Trainer trainer = new Trainer(new Workbench(TaskCatalogue.load(List.of()), choice.kernels()));
        new LocalExecutor(threads, Machine.here(choice.kernels())).run(bag, TrialRunner.of(trainer));
        return trials.stream()
                .map(t -> Digest.of(t.name(), t.trial(), bag.results.get(t.trial())))
                .toList();
    }

    private static ExactTrial named(String name) {
        String[] parts = name.split("@");
        ExactTrial whole = ExactTrials.all().stream()
                .filter(trial -> trial.name().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trial " + parts[0]));
        return parts.length == 1 ? whole : whole.prefix(Long.parseLong(parts[1]));
    }

    /** Feeds trials to the executor and collects the results. */
    private static final class Bag implements TrialSource {

        private final Queue<Trial> open;
        private final Map<Trial, TrialResult> results = new ConcurrentHashMap<>();

        Bag(List<Trial> trials) {
            open = new ArrayDeque<>(trials);
        }

        @Override
        public synchronized Optional<Trial> take() {
            return Optional.ofNullable(open.poll());
        }

        @Override
        public void done(Trial trial, TrialRunner.Ran ran, Circumstances circumstances) {
            TrialResult result = ran.result();
            results.put(trial, result);
        }

        @Override
        public synchronized void stop() {
            open.clear();
        }
    }
}
