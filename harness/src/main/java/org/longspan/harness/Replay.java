package org.longspan.harness;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.plan.TrialCheck;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.PlugInJars;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.PlugInUse;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.TrialRunner.Ran;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.store.StoredRun;
import org.longspan.harness.task.FilePlaces;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.Kernels;

/**
 * A stored trial and the result of running it again, with the probes that looked at it.
 *
 * @param stored the result in the folder
 * @param again the new result
 * @param looks number of stored looks of probes that were compared too
 * @param difference the first difference, of the result or of a look, with both values; empty if every bit agrees
 * @param notes a sentence if other code made the stored result, and one if a probe could not be asked again
 */
public record Replay(StoredResult stored, TrialResult again, int looks, String difference, List<String> notes) {

    /** Returns whether every bit agrees. */
    public boolean agrees() {
        return difference.isEmpty();
    }

    /** Runs the trial with that id again, with the methods of this build and with files in their original places. */
    public static Replay of(Path folder, String id, TaskCatalogue tasks, Kernels kernels) {
        return of(folder, id, tasks, MethodCatalogue.ofThisBuild(), kernels, List.of());
    }

    /**
     * Runs the trial with that id again; a unique prefix of the id is enough.
     *
     * @param files of the trial that have been moved since the run
     * @throws UserError if the folder holds no such trial, if the trial is none that a plan can hold, or if the content
     *     of a file is not what the trial read
     */
    public static Replay of(
            Path folder, String id, TaskCatalogue tasks, MethodCatalogue methods, Kernels kernels, List<Path> files) {
        StoredRun run = StoredRun.read(folder);
        StoredResult stored = find(folder, run, id);
        String where = "trial " + stored.id() + " in " + folder + " cannot be replayed: ";
        requireJars(where, stored.trial(), run.manifest().plugIns(), tasks, methods);
        requireSound(where, stored.trial(), run.manifest(), new TrialCheck(methods, tasks));
        FilePlaces places = new FilePlaces(run.manifest().files());
        for (Path file : files) {
            places = placed(places, file, stored.trial());
        }
        Workbench bench = new Workbench(tasks, methods, kernels, places);
        PlugInUse use = new PlugInUse(tasks, methods);
        Room room = new Room(bench, use, stored.trial().budget().batch(), "trial " + stored.id());
        room.require(stored.trial().model(), stored.trial().task());
        ProbesAgain probes = ProbesAgain.of(run.looks().of(stored.id()), run.manifest(), tasks, methods);
        TrialRunner runner = probes.runner(bench);
        Ran again = PlugInError.guard(use.of(stored.trial()), () -> runner.run(stored.trial()));
        String difference = RecordJson.firstDifference(stored.result(), again.result())
                .orElseGet(() -> probes.difference(again.looks()));
        List<String> notes = Stream.of(codeNote(stored, tasks, methods), probes.note())
                .filter(note -> !note.isEmpty())
                .toList();
        return new Replay(stored, again.result(), probes.stored().size(), difference, notes);
    }

    /** Names the jars of the run if the trial names a task or a method that is not there. */
    private static void requireJars(
            String where, Trial trial, PlugInJars jars, TaskCatalogue tasks, MethodCatalogue methods) {
        try {
            tasks.provider(trial.task().family());
            for (MethodKind kind : MethodKind.values()) {
                methods.list(kind).named(kind.in(trial).name());
            }
        } catch (UserError e) {
            String given = Stream.concat(
                            jars.taskJars().stream().map(jar -> "--tasks " + jar),
                            jars.methodJars().stream().map(jar -> "--methods " + jar))
                    .collect(Collectors.joining(" "));
            throw new UserError(where + e.getMessage() + (given.isEmpty() ? "" : "; the run was given " + given), e);
        }
    }

    private static void requireSound(String where, Trial trial, Manifest manifest, TrialCheck check) {
        try {
            check.require(trial, manifest);
        } catch (IllegalArgumentException e) {
            throw new UserError(where + e.getMessage(), e);
        }
    }

    private static FilePlaces placed(FilePlaces places, Path file, Trial trial) {
        FilePlaces own = FilePlaces.NONE.with(file);
        Collection<String> expected = trial.task().files().values();
        if (!expected.containsAll(own.byContent().keySet())) {
            throw new UserError(
                    "file " + file + " has " + String.join("", own.byContent().keySet())
                            + ", which this trial does not read, expected "
                            + (expected.isEmpty() ? "no file" : String.join(" or ", expected)));
        }
        return places.and(own);
    }

    private static StoredResult find(Path folder, StoredRun run, String id) {
        if (id.isBlank()) {
            throw new UserError("the trial id is empty, expected an id from the report's table");
        }
        List<StoredResult> found = run.results().stream()
                .filter(result -> result.id().value().startsWith(id))
                .toList();
        if (found.isEmpty()) {
            throw new UserError("folder " + folder + " holds no trial " + id
                    + " of its plan, expected an id from the report's table");
        }
        if (found.size() > 1) {
            throw new UserError("trial id " + id + " matches " + found.size() + " trials, expected more digits: "
                    + found.get(0).id() + ", " + found.get(1).id() + (found.size() > 2 ? ", ..." : ""));
        }
        return found.get(0);
    }

    private static String codeNote(StoredResult stored, TaskCatalogue tasks, MethodCatalogue methods) {
        Optional<String> now = TrialCode.running(tasks, methods).hash(stored.trial());
        return now.equals(Optional.of(stored.code()))
                ? ""
                : "the stored result was made by other code (" + stored.code() + ")";
    }
}
