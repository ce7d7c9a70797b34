package org.longspan.suite.endtoend;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a run, of which folders with some of them are made, as several machines might have made them.
 *
 * @param results lines of {@code results.jsonl}
 * @param looks lines of {@code probes.jsonl}
 * @param manifest text of {@code run.json}
 */
record Pieces(List<String> results, List<String> looks, String manifest) {

    private static final String PROBES = "\nprobes: [{name: signal-by-lag, at: [0, end]}]\n";
    private static final Pattern RESULT =
            Pattern.compile("\\{\"id\":\"(\\w{16})\".*\"code\":\"(\\w{64})\",\"result\":.*\\r?");
    private static final Pattern LOOK = Pattern.compile(
            "\\{\"trial\":\"(\\w{16})\",\"probe\":\"([^\"]+)\",\"moment\":\"([^\"]+)\".*\"code\":\"(\\w{64})\".*");

    /** Runs the tiny plan, with a probe at each of its evaluation runs. */
    static Pieces ofARun(Path runs) throws IOException {
        Path plan = Files.writeString(runs.resolve("tiny.yaml"), Files.readString(Runs.plan()) + PROBES);
        Spoken spoken = Spoken.by("run", plan, "--runs", runs);
        if (spoken.code() != 0) {
            throw new IllegalStateException(spoken.err());
        }
        return of(Runs.folder(runs));
    }

    /** Reads a folder. */
    static Pieces of(Path folder) throws IOException {
        return new Pieces(
                Files.readAllLines(folder.resolve("results.jsonl")),
                Files.readAllLines(folder.resolve("probes.jsonl")),
                Files.readString(folder.resolve("run.json")));
    }

    /**
     * Makes the folder of a run with some of the lines, and returns it. Lines that are no results are named nowhere.
     */
    Path into(Path folder, List<String> someResults, List<String> someLooks) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.json"), manifest);
        Files.write(folder.resolve("results.jsonl"), someResults);
        Files.write(folder.resolve("probes.jsonl"), someLooks);
        StringBuilder members = new StringBuilder();
        for (String result : someResults.stream()
                .filter(line -> RESULT.matcher(line).matches())
                .toList()) {
            members.append(name(result)).append('\n');
            someLooks.stream()
                    .filter(look -> trial(look).equals(trial(result)))
                    .forEach(look -> members.append(name(look)).append('\n'));
        }
        Files.writeString(folder.resolve("run.trials"), members);
        return folder;
    }

    /** Makes the folder of a run with these results and without looks. */
    Path into(Path folder, String... someResults) throws IOException {
        return into(folder, List.of(someResults), List.of());
    }

    /** Returns the trial that a line is about. */
    static String trial(String line) {
        return name(line).substring(0, 16);
    }

    /** Returns the line of {@code run.trials} of a result or a look. */
    static String name(String line) {
        Matcher result = RESULT.matcher(line);
        if (result.matches()) {
            return result.group(1) + " " + result.group(2);
        }
        Matcher look = LOOK.matcher(line);
        if (!look.matches()) {
            throw new IllegalArgumentException(line);
        }
        return look.group(1) + " " + look.group(4) + " " + look.group(2) + " " + look.group(3);
    }

    /** Returns a line as another machine writes it that needs another time. */
    static String inSeconds(String line, double seconds) {
        return checked(line.replaceFirst("\"seconds\":[^,}]+([^{}]*}?,\"check\")", "\"seconds\":" + seconds + "$1"));
    }

    /** Returns the text of a manifest without its check. */
    static String unchecked(String manifest) {
        return manifest.replaceFirst(",\\s*\"check\"\\s*:\\s*\"\\w{8}\"", "");
    }

    /** Returns a changed line with the check that it should have. */
    static String checked(String line) {
        String text = line.replaceFirst(",\"check\":\"\\w{8}\"}$", "}");
        String digits = Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 8);
        return text.substring(0, text.length() - 1) + ",\"check\":\"" + digits + "\"}";
    }
}
