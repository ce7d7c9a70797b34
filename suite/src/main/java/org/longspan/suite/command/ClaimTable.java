package org.longspan.suite.command;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.claim.Answered;
import org.longspan.reports.claim.ClaimVerdict;
import org.longspan.reports.claim.ClaimWords;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.claim.PartAnswer;
import org.longspan.suite.text.Paragraph;

/** Lays out claims and their verdicts for a terminal. */
final class ClaimTable {

    private static final String INDENT = "    ";

    private final int width;

    ClaimTable(int width) {
        this.width = width;
    }

    List<String> lines(List<Answered> answers) {
        int id = answers.stream().mapToInt(a -> a.claim().id().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Answered answer : answers) {
            lines.add(String.format(
                    "%-" + Math.max(1, id) + "s  %s",
                    answer.claim().id(),
                    answer.verdict().word()));
            lines.addAll(paragraph(answer.claim().says()));
            if (answer.verdict() == ClaimVerdict.NOT_RUN) {
                lines.addAll(paragraph(answer.telling().why()));
            } else {
                answer.parts().forEach(part -> lines.addAll(paragraph(sentence(part))));
            }
        }
        lines.add("");
        lines.add(ClaimsPage.headline(answers.stream().map(Answered::verdict).toList()));
        return lines;
    }

    private List<String> paragraph(String text) {
        return Paragraph.lines(text, width, INDENT, INDENT);
    }

    private static String sentence(PartAnswer part) {
        String what = (part.part().aside() ? "beside: " : "") + ClaimWords.compared(part.part()) + ": ";
        String open = part.why().isEmpty() ? "" : "; " + ClaimWords.open(part);
        return what + ClaimWords.found(part) + ", expected "
                + ClaimWords.expected(part.part().expect()) + "; "
                + part.verdict().word() + open;
    }
}
