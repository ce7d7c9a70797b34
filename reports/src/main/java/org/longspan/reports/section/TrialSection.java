package org.longspan.reports.section;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Run;

/** Every evaluation run, with the command that runs it again. */
final class TrialSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        ArrangedRun run = material.run();
        long evaluated = run.runs().stream().filter(Run::evaluates).count();
        long others = run.runs().size() - evaluated;
        String tuning = others == 0
                ? ""
                : " " + TextFormat.count(others, "more trial") + " of tuning, skipped ones among them, "
                        + (others == 1 ? "is" : "are") + " in results.jsonl.";
        return Optional.of(new Part(
                "trials",
                "Trials",
                others == 0 ? "Every trial" : "Every evaluation run",
                List.of(
                        new Block.Words(TextFormat.count(evaluated, others == 0 ? "stored trial" : "evaluation run")
                                + ", each run again, with every bit compared, by the command in its row, in Longspan's"
                                + " checkout." + tuning),
                        new Block.Rows("Trials"))));
    }
}
