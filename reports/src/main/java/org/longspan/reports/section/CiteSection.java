package org.longspan.reports.section;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.finding.Citation;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** How to cite the run, and how anybody can check that another one is the same. */
final class CiteSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        Citation citation = material.findings().citation();
        return Optional.of(new Part(
                "cite",
                "Cite",
                "Cite this",
                List.of(
                        new Block.Words(citation.sentence()),
                        new Block.Code("BibTeX", citation.bibtex()),
                        new Block.Words(
                                "The digest is of the results without what varies between machines: two runs are equal"
                                        + " bit for bit if longspan results DIR --digest prints the same for both."))));
    }
}
