package org.longspan.suite.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page.
 *
 * @param file the page's file
 * @param lines the lines outside code blocks
 */
record Page(Path file, List<String> lines) {

    private static final Pattern LINK = Pattern.compile("(?<=\\])\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");

    static Page read(Path file) {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        try {
            for (String line : Files.readAllLines(file)) {
                boolean fence = line.startsWith("```");
                code ^= fence;
                if (!code && !fence) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(file, lines);
    }

    /** Returns the targets of this page's links and images, as written. */
    List<String> links() {
        return lines.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .map(link -> link.group(1))
                .toList();
    }

    /** Returns the anchors of the headings by GitHub's rule. */
    Set<String> anchors() {
        Map<String, Integer> uses = new HashMap<>(); // never iterated
        Set<String> anchors = new LinkedHashSet<>();
        headings().forEach(heading -> {
            String anchor = heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = uses.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    /** Returns the first cell of every table row below {@code heading}, without backticks. */
    List<String> firstCells(String heading) {
        List<String> cells = new ArrayList<>();
        boolean below = false;
        for (String line : lines) {
            if (HEADING.matcher(line).matches()) {
                below = line.equals("## " + heading);
            } else if (below && line.startsWith("| `")) {
                cells.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        return cells;
    }

    private Stream<String> headings() {
        return lines.stream()
                .flatMap(line -> HEADING.matcher(line).results())
                .filter(heading -> heading.start() == 0)
                .map(MatchResult::group)
                .map(heading -> heading.replaceFirst("#+ +", ""));
    }
}
