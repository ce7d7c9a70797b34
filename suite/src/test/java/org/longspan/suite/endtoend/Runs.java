package org.longspan.suite.endtoend;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs of the tiny plan in a test's temporary folder. */
final class Runs {

    private static final String NAME = "tiny";

    private Runs() {}

    /** Returns the file of the tiny plan. */
    static Path plan() {
        try {
            return Path.of(Runs.class.getResource("/plans/" + NAME + ".yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the tiny plan. */
    static Spoken run(Path runs, Object... options) {
        List<Object> words = new ArrayList<>(List.of("run", plan(), "--runs", runs));
        words.addAll(Arrays.asList(options));
        return Spoken.by(words.toArray());
    }

    /** Returns the results of a run that must be equal in every run of the tiny plan. */
    static String canonical(Path runs) {
        Spoken spoken = Spoken.by("results", folder(runs), "--canonical");
        if (spoken.code() != 0) {
            throw new IllegalStateException(spoken.err());
        }
        return spoken.out();
    }

    static Path folder(Path runs) {
        return runs.resolve(NAME);
    }

    static Path results(Path runs) {
        return folder(runs).resolve("results.jsonl");
    }

    static List<String> lines(Path runs) throws IOException {
        return Files.readAllLines(results(runs));
    }

    /** Returns the text of the results as earlier versions wrote it: without checks of the content. */
    static String unchecked(Path runs) throws IOException {
        return Files.readString(results(runs)).replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}");
    }
}
