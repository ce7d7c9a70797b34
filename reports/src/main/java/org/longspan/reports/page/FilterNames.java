package org.longspan.reports.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names that a page of no single run filters by: {@link org.longspan.reports.figure.Tags} are places of them.
 *
 * @param optimizers names of the optimizers
 * @param clippings names of the clippings
 * @param models names of the models
 * @param tasks names of the tasks, each length apart
 * @param outcomes what a row may come to
 * @param outcome what these are called: {@code Verdict}
 */
public record FilterNames(
        List<String> optimizers,
        List<String> clippings,
        List<String> models,
        List<String> tasks,
        List<String> outcomes,
        String outcome) {

    public FilterNames {
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
        models = List.copyOf(models);
        tasks = List.copyOf(tasks);
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the text of the script element that the page's script reads. */
    String data() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("o", optimizers);
        names.put("c", clippings);
        names.put("m", models);
        names.put("t", tasks);
        names.put("u", outcomes);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("names", names);
        data.put("titles", Map.of("u", outcome));
        data.put("replay", "");
        data.put("columns", Map.of("id", List.of()));
        return JsonMapper.shared().writeValueAsString(data).replace("<", "\\u003c"); // a name must not end the element
    }
}
