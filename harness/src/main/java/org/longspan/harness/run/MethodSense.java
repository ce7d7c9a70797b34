package org.longspan.harness.run;

import java.util.Locale;
import java.util.Optional;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.model.Cells;
import org.longspan.model.RecurrentCell;
import org.longspan.numerics.Site;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Clippings;
import org.longspan.optim.Optimizers;

/** Asks the methods themselves: the cell for its sites, the optimizer for what it refuses. */
final class MethodSense implements Sense {

    @Override
    public Optional<String> skip(ModelChoice model, Choice optimizer, Choice clipping) {
        ClippingScheme scheme = Clippings.named(clipping.name()).create(clipping.settings());
        RecurrentCell cell = Entry.find("cell", Cells.all(), model.cell().name())
                .create(model.cell().settings())
                .cell(1, model.hidden());
        Optional<Site> site = scheme.site();
        if (site.isPresent() && !cell.sites().contains(site.get())) {
            return Optional.of("clipping " + clipping.name() + " acts on the site "
                    + site.get().name().toLowerCase(Locale.ROOT) + ", which model "
                    + model.cell().name() + " does not have");
        }
        return Optimizers.named(optimizer.name())
                .create(optimizer.settings())
                .refuses(scheme.at(1))
                .map(reason ->
                        "optimizer " + optimizer.name() + " cannot honour clipping " + clipping.name() + ": " + reason);
    }
}
