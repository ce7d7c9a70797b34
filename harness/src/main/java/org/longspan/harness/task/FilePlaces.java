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
 * Where the files of tasks lie on this machine. A trial names the content of a file alone, its SHA-256 and size; here
 * is the place of each, a circumstance.
 *
 * @param byContent absolute paths, by the content that trials name
 */
public record FilePlaces(Map<String, String> byContent) {

    /** No files. */
    public static final FilePlaces NONE = new FilePlaces(Map.of());

    public FilePlaces {
        byContent = Collections.unmodifiableMap(new TreeMap<>(byContent));
    }

    /** Returns these places with one more, or with another one for the same content. */
    public FilePlaces with(String content, Path place) {
        Map<String, String> more = new TreeMap<>(byContent);
        more.put(content, place.toAbsolutePath().normalize().toString());
        return new FilePlaces(more);
    }

    /**
     * Returns these places with {@code place} for what the file there holds.
     *
     * @throws UserError if there is no file
     */
    public FilePlaces with(Path place) {
        return with(read("file", place.toString()).content(), place);
    }

    /** Returns these places and those of {@code others}, which count where both have one. */
    public FilePlaces and(FilePlaces others) {
        Map<String, String> more = new TreeMap<>(byContent);
        more.putAll(others.byContent);
        return new FilePlaces(more);
    }

    /** Returns the names of the settings that are files. */
    public static List<String> names(TaskProvider provider) {
        return provider.settings().stream()
                .filter(Setting.File.class::isInstance)
                .map(Setting::name)
                .toList();
    }

    /** Returns {@code settings} without those that are files: what belongs to a trial. */
    public static Settings withoutFiles(TaskProvider provider, Settings settings) {
        Map<String, Object> values = new TreeMap<>(settings.values());
        names(provider).forEach(values::remove);
        return new Settings(values);
    }

    /**
     * Makes the task of a trial from the files at these places.
     *
     * @throws UserError if a file is not there, or no longer what it was when the trial was planned
     */
    public SequenceTask create(TaskProvider provider, TaskChoice choice) {
        Settings settings = choice.settings();
        for (String name : names(provider)) {
            settings = settings.with(name, place(choice, name));
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

    /** Looks into the file before the task does: what changed would else be said to be too short, or no image. */
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
