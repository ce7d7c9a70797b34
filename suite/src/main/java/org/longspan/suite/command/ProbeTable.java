package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.probe.ProbeCosts;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.numerics.oracle.SequenceForwards;
import org.longspan.suite.text.Paragraph;
import org.longspan.suite.text.Wording;

/** The looks of a plan's probes, and what they cost in training steps of its own batch. */
final class ProbeTable {

    private static final String INDENT = "  ";
    private static final int NAMES = 20; // characters of the longest name and a space

    private final int width;
    private final long step; // sequence-forwards of a mini-batch's gradient

    /**
     * Creates the layout.
     *
     * @param batch sequences of a mini-batch
     */
    ProbeTable(int width, int batch) {
        this.width = width;
        this.step = (long) SequenceForwards.GRADIENT * batch;
    }

    /** Returns the table, with a heading for each problem and a sum. */
    String of(List<ProbeCosts.Row> rows) {
        Map<ProblemChoice, List<ProbeCosts.Row>> problems = new LinkedHashMap<>();
        rows.forEach(row -> problems.computeIfAbsent(row.problem(), any -> new ArrayList<>())
                .add(row));
        StringBuilder text = new StringBuilder("\n" + line("probes", "looks", "steps each", "steps in all"));
        problems.forEach((problem, ofIt) -> {
            text.append(paragraph("on " + TrialText.task(problem.task()) + ", " + TrialText.model(problem.model())));
            ofIt.forEach(row -> text.append(row(row)));
        });
        long all = rows.stream().mapToLong(ProbeCosts.Row::forwards).sum();
        long looks = rows.stream().mapToLong(ProbeCosts.Row::looks).sum();
        return text.append(line("in all", Wording.count(looks), "", count(all)))
                .append(paragraph(
                        "A step is a mini-batch gradient of the plan, " + Wording.count(step, "sequence-forward")
                                + ", and all numbers are the most: a moment that never comes costs nothing. No trial depends on"
                                + " a look, and no budget pays for one."))
                .toString();
    }

    private String row(ProbeCosts.Row row) {
        StringBuilder text = new StringBuilder();
        if (row.looks() > 0) {
            long each = (row.forwards() + row.looks() - 1) / row.looks();
            text.append(line(INDENT + row.probe(), Wording.count(row.looks()), count(each), count(row.forwards())));
        }
        String some = row.looks() == 0 ? "" : "of some runs: ";
        row.refusals().forEach(reason -> text.append(refusal(row.probe(), some + reason)));
        return text.toString();
    }

    private String refusal(String probe, String reason) {
        String first = INDENT.repeat(2) + padded(probe, NAMES);
        return joined(Paragraph.lines(reason, width, first, " ".repeat(first.length())));
    }

    /** Returns a number of steps, the last one begun. */
    private String count(long forwards) {
        return Wording.count((forwards + step - 1) / step);
    }

    private String paragraph(String text) {
        return joined(Paragraph.lines(text, width, INDENT, INDENT));
    }

    private static String line(String name, String looks, String each, String all) {
        String columns = String.format("%8s%14s%16s", looks, each, all);
        return INDENT + padded(name, INDENT.length() + NAMES) + columns + "\n";
    }

    private static String padded(String name, int length) {
        return name + " ".repeat(Math.max(1, length - name.length()));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
