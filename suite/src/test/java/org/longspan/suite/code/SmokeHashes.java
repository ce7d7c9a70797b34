package org.longspan.suite.code;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.longspan.harness.code.CodeIndex;
import org.longspan.harness.code.TrialCode;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.json.RecordJson;

/** Prints the code hash of every cell of plan smoke, from sources that are read anew on the JDK that runs this. */
public final class SmokeHashes {

    private SmokeHashes() {}

    /** Prints them. */
    public static void main(String[] args) {
        System.out.print(text());
    }

    /** Returns a line for each cell: the id of its first trial, and the hash. */
    public static String text() {
        CodeIndex built = CodeIndex.of(SmokeHashes.class.getClassLoader());
        TrialCode running = TrialCode.of(built, SmokePlan.TASKS, SmokePlan.METHODS);
        Set<String> types = new TreeSet<>();
        SmokePlan.cells().forEach(cell -> types.addAll(running.types(SmokePlan.first(cell))));
        TrialCode anew = TrialCode.of(
                new CodeIndex(types.stream()
                        .map(type -> Checkout.index(type, UnaryOperator.identity()))
                        .toList()),
                SmokePlan.TASKS,
                SmokePlan.METHODS);
        StringBuilder lines = new StringBuilder();
        for (GridCell cell : SmokePlan.cells()) {
            String hash = anew.hash(SmokePlan.first(cell)).orElseThrow();
            lines.append(RecordJson.id(SmokePlan.first(cell)))
                    .append(' ')
                    .append(hash)
                    .append('\n');
        }
        return lines.toString();
    }
}
