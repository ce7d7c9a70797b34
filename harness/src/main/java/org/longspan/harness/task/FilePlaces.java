package org.longspan.harness.task;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.record.TaskChoice;
import org.longspan.harness.refusal.UserError;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.DataFile;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;

/**
 * The paths of the tasks' files on this machine. A trial identifies a file by its content only: SHA-256 and size. The
 * path is a circumstance.
 *
 * @param byContent absolute path for each content that trials name
 */
public record FilePlaces(Map<String, String> byContent) {

    /** No files. */
    public static final FilePlaces NONE = new FilePlaces(Map.of());

    public FilePlaces {
        byContent = Collections.unmodifiableMap(new TreeMap<>(byContent));
    }

    /** Returns a copy with {@code place} as the path of {@code content}, replacing an earlier one. */
    public FilePlaces with(String content, Path place) {
        Map<String, String> more = new TreeMap<>(byContent);
        more.put(content, place.toAbsolutePath().normalize().toString());
        return new FilePlaces(more);
    }

    /**
     * Returns a copy with {@code place} as the path of the content of that file.
     *
     * @throws UserError if there is no file
     */
    public FilePlaces with(Path place) {
        return with(read("file", place.toString()).content(), place);
    }

    /** Returns the union with {@code others}; where both have a path, the other one wins. */
    public FilePlaces and(FilePlaces others) {
        Map<String, String> more = new TreeMap<>(byContent);
        more.putAll(others.byContent);
        return new FilePlaces(more);
    }

    /** Returns the names of the provider's file settings. */
    public static List<String> names(TaskProvider provider) {
        return provider.settings().stream()
                .filter(Setting.File.class::isInstance)
                .map(Setting::name)
                .toList();
    }

    /** Returns the names of the file settings that a plan must give. */
    public static List<String> required(TaskProvider provider) {
        return provider.settings().stream()
                .filter(setting -> setting instanceof Setting.File file && file.required())
                .map(Setting::name)
                .toList();
    }

    /** Returns {@code settings} without the file settings, which are not part of a trial. */
    public static Settings withoutFiles(TaskProvider provider, Settings settings) {
        Map<String, Object> values = new TreeMap<>(settings.values());
        names(provider).forEach(values::remove);
        return new Settings(values);
    }

    /**
     * Creates the task of a trial from the files at these paths.
     *
     * @throws UserError if a file is missing, or its content differs from what the trial names
     */
    public SequenceTask create(TaskProvider provider, TaskChoice choice) {
        Settings settings = choice.settings();
        for (String name : names(provider)) {
            boolean left =
                    !choice.files().containsKey(name) && !required(provider).contains(name);
            settings = settings.with(name, left ? "" : place(choice, name));
        }
        SequenceTask task = create(provider, choice, settings);
        if (!task.description().files().equals(choice.files())) {
            throw new UserError("task " + choice.family() + " reads other files than this trial's: "
                    + task.description().files() + ", expected " + choice.files());
        }
        return task;
    }

    private static SequenceTask create(TaskProvider provider, TaskChoice choice, Settings settings) {
        try {
            return provider.create(choice.variant(), choice.length(), settings);
        } catch (IllegalArgumentException e) {
            throw new UserError("task " + choice.family() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * Checks the content before the task reads it. Otherwise a changed file would be reported as too short or
     * malformed.
     */
    private String place(TaskChoice choice, String name) {
        String content = choice.files().getOrDefault(name, "");
        String place = byContent.get(content);
        if (place == null) {
            throw new UserError("task " + choice.family() + ": nothing says where its file " + name
                    + " lies, expected the place of the one with " + content);
        }
        String now = read(name, place).content();
        if (!now.equals(content)) {
            throw new UserError(
                    "file " + place + " has changed: it has " + now + ", expected what the trial read, " + content);
        }
        return place;
    }

    private static DataFile read(String name, String place) {
        try {
            return DataFile.read(name, place);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }
}
