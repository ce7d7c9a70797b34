package org.longspan.harness.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.longspan.harness.plan.PlanError;
import org.longspan.harness.plan.PlanNode;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.record.claim.Quantity.OfProbe;
import org.longspan.harness.record.claim.Quantity.OfRun;
import org.longspan.harness.record.claim.Quantity.Taking;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.Shown;

/**
 * Reads a number of a run: a word such as {@code score}, or what a probe found,
 *
 * <pre>  [log10 of |least of |greatest of ]PROBE.NUMBER at MOMENTS
 *   [...]PROBE.TABLE.COLUMN[[COLUMN=VALUE, ...]] at MOMENTS</pre>
 */
final class QuantityReader {

    private static final Pattern FORM = Pattern.compile("(?:(\\S+) of )?([^. ]+)\\.(.+?)(?:\\[(.*)])? at (.+)");
    private static final List<String> WORDS =
            Arrays.stream(OfRun.values()).map(OfRun::text).toList();
    private static final String EXPECTED =
            String.join(", ", WORDS) + ", or a probe's number such as signal-by-lag.signal slope at end";

    private final PlanCells cells;

    QuantityReader(PlanCells cells) {
        this.cells = cells;
    }

    Quantity read(PlanNode node) {
        String text = node.word(EXPECTED);
        if (WORDS.contains(text)) {
            return OfRun.values()[WORDS.indexOf(text)];
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw node.wrong("unknown endpoint " + Shown.value(text) + NameHint.hint(text, WORDS)
                    + ", or a probe's number such as signal-by-lag.signal slope at end");
        }
        return ofProbe(node, form);
    }

    /** A wrong name is told before what the plan lacks: the plan may ask for the right one. */
    private OfProbe ofProbe(PlanNode node, Matcher form) {
        OfProbe quantity = named(node, form);
        requireAsked(node, quantity.probe(), quantity.moments());
        return quantity;
    }

    private OfProbe named(PlanNode node, Matcher form) {
        Taking taking = form.group(1) == null ? Taking.MEDIAN : taking(node, form.group(1));
        String probe = known(node, "probe", form.group(2), ProbeNumbers.probes());
        List<String> moments =
                Arrays.stream(form.group(5).split(",")).map(String::strip).toList();
        String name = form.group(3).strip();
        Map<String, List<String>> tables = ProbeNumbers.tables(probe, cells.names(Axis.CLIPPING));
        Optional<String> table = tables.keySet().stream()
                .filter(known -> name.startsWith(known + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
        if (table.isEmpty()) {
            List<String> known = new ArrayList<>(ProbeNumbers.numbers(probe));
            tables.keySet().forEach(each -> known.add(each + ".COLUMN"));
            known(node, "number of " + probe, name, known);
            return new OfProbe(form.group(), taking, probe, table, name, Map.of(), moments);
        }
        List<String> columns = tables.get(table.get());
        String of = probe + "." + table.get();
        String column =
                known(node, "column of " + of, name.substring(table.get().length() + 1), columns);
        Map<String, Double> where = form.group(4) == null ? Map.of() : where(node, of, form.group(4), columns);
        return new OfProbe(form.group(), taking, probe, table, column, where, moments);
    }

    private static Taking taking(PlanNode node, String word) {
        List<String> known = Arrays.stream(Taking.values())
                .map(taking -> taking.name().toLowerCase(Locale.ROOT))
                .toList();
        return Taking.values()[known.indexOf(known(node, "word before of", word, known))];
    }

    private static Map<String, Double> where(PlanNode node, String table, String text, List<String> columns) {
        Map<String, Double> where = new TreeMap<>();
        for (String pair : text.split(",")) {
            String[] sides = pair.split("=", 2);
            String column = known(node, "column of " + table, sides[0].strip(), columns);
            try {
                where.put(column, Double.valueOf(sides.length < 2 ? "" : sides[1].strip()));
            } catch (NumberFormatException e) {
                throw node.wrong("[" + Shown.value(text) + "] is given, expected [COLUMN=NUMBER, ...]", e);
            }
        }
        return where;
    }

    private void requireAsked(PlanNode node, String probe, List<String> moments) {
        List<ProbeChoice> asked = cells.plan().instruments().probes();
        ProbeChoice choice = asked.stream()
                .filter(one -> one.name().equals(probe))
                .findFirst()
                .orElseThrow(() -> node.wrong("plan " + cells.plan().name() + " does not ask for the probe " + probe
                        + ", expected it among its probes"
                        + (asked.isEmpty()
                                ? ": it has none"
                                : ": "
                                        + String.join(
                                                ", ",
                                                asked.stream()
                                                        .map(ProbeChoice::name)
                                                        .toList()))));
        for (String moment : moments) {
            if (!choice.at().contains(moment)) {
                throw node.wrong("plan " + cells.plan().name() + " does not ask " + probe + " at " + Shown.value(moment)
                        + ", expected one of its moments: " + String.join(", ", choice.at()));
            }
        }
    }

    private static String known(PlanNode node, String kind, String name, List<String> known) {
        if (known.contains(name)) {
            return name;
        }
        PlanError error = node.wrong("unknown " + kind + " " + Shown.value(name) + NameHint.hint(name, known));
        throw error;
    }
}
