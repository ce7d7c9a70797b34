package org.longspan.reports.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Manifest.Design;
import org.longspan.harness.record.Outcome;
import org.longspan.reports.figure.Outcomes;
import org.longspan.reports.figure.Tags;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.LearningRate;
import org.longspan.reports.summary.ReplayLine;
import org.longspan.reports.summary.Run;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page's script filters by and draws the table of evaluation runs from: the names that {@link Tags} are places
 * of, and the runs as columns. Numbers have three digits; {@code results.jsonl} has all of them.
 */
final class TrialData {

    /** The data of a page of no run. */
    static final String NONE =
            "{\"names\":{\"o\":[],\"c\":[],\"m\":[],\"t\":[],\"u\":[]},\"replay\":\"\",\"columns\":{\"id\":[]}}";

    private static final MathContext DIGITS = new MathContext(3);

    private final ArrangedRun run;
    private final List<Run> shown;
    private final Set<String> tuned;

    private TrialData(ArrangedRun run) {
        this.run = run;
        this.shown = run.runs().stream().filter(Run::evaluates).toList();
        this.tuned = tuned(run.manifest().design());
    }

    /** Returns the text of a script element that holds the data. */
    static String of(ArrangedRun run) {
        String json = JsonMapper.shared().writeValueAsString(new TrialData(run).content());
        return json.replace("<", "\\u003c"); // a name must not end the element
    }

    private Map<String, Object> content() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("o", run.optimizers());
        names.put("c", run.clippings());
        names.put("m", run.modelNames());
        names.put(
                "t",
                run.manifest().design().tasks().stream()
                        .map(e ->
                                run.tasks().get(e.task()) + ", T = " + e.task().length())
                        .toList());
        names.put("u", Outcomes.WORDS);
        List<Tags> tags = shown.stream().map(one -> Tags.of(run, one)).toList();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("id", column(one -> one.stored().id().value()));
        columns.put("o", tags.stream().map(Tags::optimizer).toList());
        columns.put("c", tags.stream().map(Tags::clipping).toList());
        columns.put("u", tags.stream().map(Tags::outcome).toList());
        columns.put("cost", column(one -> one.skipped() ? null : one.cost()));
        columns.put("t", tags.stream().map(Tags::task).toList());
        columns.put("length", column(one -> one.problem().length()));
        columns.put("m", tags.stream().map(Tags::model).toList());
        columns.put("block", column(Run::block));
        columns.put("rate", column(TrialData::rate));
        columns.put("settings", words(this::settings));
        columns.put("detail", words(TrialData::detail));
        columns.put(
                "updates",
                column(one ->
                        one.skipped() ? null : one.stored().result().costs().updates()));
        columns.put("loss", column(TrialData::loss));
        columns.put("seconds", column(TrialData::seconds));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("names", names);
        content.put("replay", ReplayLine.command(run, "ID"));
        content.put("columns", columns);
        return content;
    }

    private List<Object> column(Function<Run, Object> value) {
        return shown.stream().map(value).collect(Collectors.toCollection(ArrayList::new)); // holds nulls
    }

    /** Words that many rows share stand once. */
    private Map<String, Object> words(Function<Run, String> value) {
        List<String> all = shown.stream().map(value).toList();
        List<String> distinct = all.stream().distinct().toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        distinct.forEach(word -> places.put(word, places.size()));
        Map<String, Object> column = new LinkedHashMap<>(); // a page made again is the same: Map.of has no order
        column.put("words", distinct);
        column.put("places", all.stream().map(places::get).toList());
        return column;
    }

    private static Object rate(Run one) {
        OptionalDouble rate = LearningRate.of(one.trial().optimizer());
        return rate.isPresent() ? rounded(rate.getAsDouble()) : null;
    }

    private static Object loss(Run one) {
        CurvePoint last = one.last();
        return last == null || last.validationLoss() == null ? null : rounded(last.validationLoss());
    }

    private static Object seconds(Run one) {
        return one.skipped() || one.stored().circumstances() == null
                ? null
                : rounded(one.stored().circumstances().seconds());
    }

    private static Object rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null;
    }

    /** Names of methods with names of the settings that are tuned: others are the same in every row. */
    private static Set<String> tuned(Design design) {
        Set<String> tuned = new HashSet<>();
        Stream.concat(design.optimizers().stream(), design.clippings().stream())
                .forEach(m -> m.ranges().forEach(range -> tuned.add(m.name() + " " + range.setting())));
        return tuned;
    }

    private String settings(Run one) {
        return Stream.of(one.trial().optimizer(), one.trial().clipping())
                .flatMap(this::settings)
                .collect(Collectors.joining(", "));
    }

    private Stream<String> settings(Choice choice) {
        return choice.settings().values().entrySet().stream()
                .filter(e -> !e.getKey().toLowerCase(Locale.ROOT).startsWith("learning")
                        && tuned.contains(choice.name() + " " + e.getKey()))
                .map(e -> e.getKey() + " " + (e.getValue() instanceof Double d ? TextFormat.precise(d) : e.getValue()));
    }

    private static String detail(Run one) {
        if (one.outcome() instanceof Outcome.Diverged d) {
            return Outcomes.cause(d.cause()) + " at " + TextFormat.count(d.update());
        }
        if (one.outcome() instanceof Outcome.Skipped s) {
            return s.reason();
        }
        return one.outcome() instanceof Outcome.Failed f ? f.error() : "";
    }
}
