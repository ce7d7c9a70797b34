package org.longspan.reports.section;

import java.util.List;
import java.util.Optional;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** Why long spans are hard, where probes looked. */
final class PhenomenaSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        List<Block> blocks = Phenomena.of(material.looks(), material::drawing);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part("phenomena", "Phenomena", "Why long spans are hard", blocks));
    }
}
