package org.longspan.reports.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.summary.Run;

/** Finds in what two runs are set differently: their methods, plans, rules and code. */
final class Changes {

    private static final String NONE = "–";
    private static final int DIGITS = 12; // of a hash

    private final ComparedRun base;
    private final ComparedRun other;
    private final NameMatch match;
    private final List<Change> changes = new ArrayList<>();

    private Changes(ComparedRun base, ComparedRun other, NameMatch match) {
        this.base = base;
        this.other = other;
        this.match = match;
    }

    /** Returns what differs; first what the arms are set to. */
    static List<Change> of(ComparedRun base, ComparedRun other, NameMatch match) {
        Changes found = new Changes(base, other, match);
        found.methods();
        found.rules(base.run().manifest(), other.run().manifest());
        found.code(base.run().manifest().provenance(), other.run().manifest().provenance());
        return List.copyOf(found.changes);
    }

    private void methods() {
        Manifest.Design ours = base.run().manifest().design();
        Manifest.Design theirs = other.run().manifest().design();
        methods(
                ours.optimizers(),
                theirs.optimizers(),
                name -> match.optimizerInBase(name).orElse(""),
                run -> run.trial().optimizer());
        methods(
                ours.clippings(),
                theirs.clippings(),
                name -> match.clippingInBase(name).orElse(""),
                run -> run.trial().clipping());
        methods(
                ours.schedules(),
                theirs.schedules(),
                name -> name,
                run -> run.trial().schedule());
        methods(
                ours.policies(),
                theirs.policies(),
                name -> name,
                run -> run.trial().nonFiniteGradient());
    }

    private void methods(
            List<MethodEntry> ours,
            List<MethodEntry> theirs,
            Function<String, String> inBase,
            Function<Run, Choice> choice) {
        Map<String, Map<String, String>> fixed = fixed(base, choice);
        Map<String, Map<String, String>> fixedThere = fixed(other, choice);
        for (MethodEntry method : theirs) {
            String name = inBase.apply(method.name());
            ours.stream().filter(entry -> entry.name().equals(name)).findFirst().ifPresent(entry -> {
                String words = name.equals(method.name()) ? name : name + " / " + method.name();
                settings(words, fixed.getOrDefault(name, Map.of()), fixedThere.getOrDefault(method.name(), Map.of()));
                add("search range", words, ranges(entry), ranges(method));
            });
        }
    }

    private void settings(String method, Map<String, String> ours, Map<String, String> theirs) {
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        names.forEach(name ->
                add("setting", method + ", " + name, ours.getOrDefault(name, NONE), theirs.getOrDefault(name, NONE)));
    }

    /** Returns the settings of each method that are the same in all of its evaluation runs. */
    private static Map<String, Map<String, String>> fixed(ComparedRun run, Function<Run, Choice> choice) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        Map<String, Set<String>> drawn = new LinkedHashMap<>();
        for (Run one : run.run().runs()) {
            Choice chosen = choice.apply(one);
            Map<String, String> of = values.computeIfAbsent(chosen.name(), none -> new TreeMap<>());
            Set<String> varies = drawn.computeIfAbsent(chosen.name(), none -> new HashSet<>());
            chosen.settings().values().forEach((setting, value) -> {
                String text = value instanceof Double d ? number(d) : String.valueOf(value);
                if (!Objects.equals(of.putIfAbsent(setting, text), text)
                        && !of.get(setting).equals(text)) {
                    varies.add(setting);
                }
            });
        }
        values.forEach((name, of) -> of.keySet().removeAll(drawn.get(name)));
        return values;
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String ranges(MethodEntry method) {
        return method.ranges().isEmpty()
                ? NONE
                : method.ranges().stream()
                        .map(r -> r.setting() + " " + r.scale() + " from " + TextFormat.precise(r.from()) + " to "
                                + TextFormat.precise(r.to()))
                        .collect(Collectors.joining("; "));
    }

    private void rules(Manifest ours, Manifest theirs) {
        add("plan", "name", ours.provenance().plan(), theirs.provenance().plan());
        add("plan", "tier", ours.tuning().tier(), theirs.tuning().tier());
        add(
                "plan",
                "settings a block",
                count(ours.tuning().settings()),
                count(theirs.tuning().settings()));
        add(
                "plan",
                "blocks of the control",
                count(ours.tuning().controlBlocks()),
                count(theirs.tuning().controlBlocks()));
        add(
                "plan",
                "blocks of other clippings",
                count(ours.tuning().blocks()),
                count(theirs.tuning().blocks()));
        add("plan", "root seed", "" + ours.rules().seed(), "" + theirs.rules().seed());
        add("rule", "budget", budget(ours), budget(theirs));
        add(
                "rule",
                "evaluation",
                words(ours.rules().evaluation()),
                words(theirs.rules().evaluation()));
        add(
                "rule",
                "divergence",
                words(ours.rules().divergence()),
                words(theirs.rules().divergence()));
    }

    private static String count(int n) {
        return TextFormat.count(n);
    }

    private static String budget(Manifest manifest) {
        return TextFormat.count(manifest.rules().budget().updates(), "update") + " of "
                + TextFormat.count(manifest.rules().budget().batch(), "sequence") + ", "
                + TextFormat.count(manifest.rules().budget().sequenceForwards(), "sequence-forward");
    }

    /** Returns the names and values of a record's components. */
    private static String words(Record rules) {
        String text = rules.toString();
        return text.substring(text.indexOf('[') + 1, text.length() - 1).replace("=", " ");
    }

    private void code(Manifest.Provenance ours, Manifest.Provenance theirs) {
        add("code", "version", ours.version(), theirs.version());
        add("code", "commit", brief(ours.commit()), brief(theirs.commit()));
        Set<String> rooms = new TreeSet<>(ours.code().keySet());
        rooms.addAll(theirs.code().keySet());
        rooms.forEach(room -> add(
                "code",
                room,
                brief(ours.code().getOrDefault(room, "")),
                brief(theirs.code().getOrDefault(room, ""))));
    }

    private static String brief(String hash) {
        return hash.isEmpty() ? NONE : hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    private void add(String what, String of, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            changes.add(new Change(what, of, ours, theirs));
        }
    }
}
