package org.longspan.reports.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.reports.figure.TextFormat;
import org.longspan.reports.finding.Caveat;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** Every audit, skip and failure, with its reason. */
final class CaveatSection implements Section {

    private static final int FEW = 6;

    @Override
    public Optional<Part> of(Material material) {
        Map<String, List<Caveat>> byKind = new LinkedHashMap<>();
        material.findings()
                .caveats()
                .forEach(c -> byKind.computeIfAbsent(title(c.kind()), kind -> new ArrayList<>())
                        .add(c));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(
                byKind.isEmpty()
                        ? "None: every audit passed, nothing was skipped and nothing failed."
                        : "Every audit, skip and failure of this run, with its reason."));
        byKind.forEach((title, of) -> blocks.add(
                new Block.Fold(title, TextFormat.count(of.size()), of.size() <= FEW, List.of(new Block.Caveats(of)))));
        return Optional.of(new Part("caveats", "Caveats", "Caveats", blocks));
    }

    private static String title(String kind) {
        return switch (kind) {
            case "sample" -> "Only a sample";
            case "left-out" -> "Left out of the crossing";
            case "missing" -> "Not all there";
            case "unchecked" -> "Not checked for damage";
            case "code" -> "More than one state of the code";
            case "data" -> "Data that training does not show";
            case "cap" -> "Cap on the cost overrun";
            case "costs" -> "Costs not measured";
            case "skipped" -> "Skipped";
            case "failed" -> "Failed";
            case "edge" -> "Chosen settings at the edge of their range";
            case "confirmation" -> "Never confirmed";
            case "test" -> "Solved, but not on the test sequences";
            default -> "Under-tuned";
        };
    }
}
