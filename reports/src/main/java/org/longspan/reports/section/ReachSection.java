package org.longspan.reports.section;

import java.util.Optional;
import org.longspan.reports.page.Material;
import org.longspan.reports.page.Part;
import org.longspan.reports.page.Section;

/** How soon each optimizer solves, in several measures of cost. */
final class ReachSection implements Section {

    @Override
    public Optional<Part> of(Material material) {
        return Optional.empty();
    }
}
