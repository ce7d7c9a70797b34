package org.longspan.reports.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.longspan.harness.record.TaskChoice;

/**
 * Names for tasks, whatever their length: family and variant, {@code adding/urnn}, of a task over files the beginning
 * of their hashes, and those settings that separate it from another one of the same variant.
 */
public final class TaskNames {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{8}");

    private TaskNames() {}

    /** Returns a name for each of them, in their order. */
    public static Map<TaskChoice, String> of(List<TaskChoice> tasks) {
        Map<String, List<TaskChoice>> byVariant = tasks.stream().collect(Collectors.groupingBy(TaskNames::variant));
        Map<TaskChoice, String> names = new LinkedHashMap<>();
        for (TaskChoice task : tasks) {
            names.put(task, variant(task) + differing(task, byVariant.get(variant(task))));
        }
        return names;
    }

    /** Two files under one variant are two tasks; where they lie is not known here, what they hold is. */
    private static String variant(TaskChoice task) {
        String name = task.family() + "/" + task.variant();
        String hashes = new TreeMap<>(task.files())
                .values().stream().map(TaskNames::brief).collect(Collectors.joining("-"));
        return hashes.isEmpty() ? name : name + "/" + hashes;
    }

    private static String brief(String content) {
        Matcher hash = HASH.matcher(content);
        return hash.find() ? hash.group() : Integer.toHexString(content.hashCode());
    }

    private static String differing(TaskChoice task, List<TaskChoice> others) {
        TreeSet<String> settings = new TreeSet<>();
        others.forEach(other -> settings.addAll(other.settings().values().keySet()));
        return settings.stream()
                .filter(setting -> others.stream()
                                .map(other -> SettingText.of(other.settings(), setting))
                                .distinct()
                                .count()
                        > 1)
                .map(setting -> SettingText.of(task.settings(), setting))
                .filter(text -> !text.isEmpty())
                .map(text -> " " + text)
                .collect(Collectors.joining());
    }
}
