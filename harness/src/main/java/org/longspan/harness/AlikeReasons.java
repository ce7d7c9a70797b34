package org.longspan.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts reasons together that differ in one name only, such as that of the optimizer. */
final class AlikeReasons {

    private static final List<Pattern> NAMES = Stream.of(
                    "optimizer", "clipping", "model", "initialization", "regularizer")
            .map(kind -> Pattern.compile("\\b" + kind + " ([^\\s,:;]+)"))
            .toList();

    private AlikeReasons() {}

    /** A reason around a name, which is the first of its kind. */
    private record Around(String before, String after) {}

    /** Returns the reasons with their counts: {@code optimizer l-bfgs or hessian-free cannot ...} for two of them. */
    static Map<String, Integer> together(Map<String, Integer> counts) {
        Map<String, Integer> fewer = counts;
        for (Pattern name : NAMES) {
            fewer = together(fewer, name);
        }
        return fewer;
    }

    private static Map<String, Integer> together(Map<String, Integer> counts, Pattern name) {
        Map<Around, List<String>> names = new LinkedHashMap<>();
        Map<Around, Integer> trials = new LinkedHashMap<>();
        counts.forEach((reason, count) -> {
            Matcher found = name.matcher(reason);
            boolean named = found.find();
            Around around = named
                    ? new Around(reason.substring(0, found.start(1)), reason.substring(found.end(1)))
                    : new Around(reason, "");
            names.computeIfAbsent(around, key -> new ArrayList<>()).add(named ? found.group(1) : "");
            trials.merge(around, count, Integer::sum);
        });
        Map<String, Integer> fewer = new LinkedHashMap<>();
        names.forEach((around, of) -> fewer.put(around.before + listed(of) + around.after, trials.get(around)));
        return fewer;
    }

    /** Returns {@code a, b or c}. */
    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
