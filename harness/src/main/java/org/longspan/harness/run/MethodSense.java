package org.longspan.harness.run;

import java.util.Locale;
import java.util.Optional;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.model.Cells;
import org.longspan.model.Initializations;
import org.longspan.model.RecurrentCell;
import org.longspan.model.Regularizer;
import org.longspan.model.Regularizers;
import org.longspan.numerics.Site;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Clippings;
import org.longspan.optim.Optimizers;

/** Asks the methods themselves: the cell for its sites, the other parts of a model and the optimizer for what they refuse. */
final class MethodSense implements Sense {

    @Override
    public Optional<String> skip(ModelChoice model, Choice optimizer, Choice clipping) {
        Optional<String> unsuited = unsuited(model);
        if (unsuited.isPresent()) {
            return unsuited;
        }
        ClippingScheme scheme = Clippings.named(clipping.name()).create(clipping.settings());
        RecurrentCell cell = cell(model);
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

    /** Returns why that network cannot be built at all: its parts do not suit its cell. */
    static Optional<String> unsuited(ModelChoice model) {
        RecurrentCell cell = cell(model);
        String suit = " does not suit model " + model.cell().name() + ": ";
        Optional<String> start = Entry.find(
                        "initialization",
                        Initializations.all(),
                        model.initialization().name())
                .create(model.initialization().settings())
                .refuses(cell)
                .map(reason -> "initialization " + model.initialization().name() + suit + reason);
        return start.or(() -> regularizer(model)
                        .refuses(cell)
                        .map(reason -> "regularizer " + model.regularizer().name() + suit + reason))
                .or(() -> Workbench.start(model)
                        .refuses(cell)
                        .map(reason -> "initial state " + model.initialState() + suit + reason));
    }

    private static RecurrentCell cell(ModelChoice model) {
        return Entry.find("cell", Cells.all(), model.cell().name())
                .create(model.cell().settings())
                .cell(1, model.hidden());
    }

    private static Regularizer regularizer(ModelChoice model) {
        return Entry.find("regularizer", Regularizers.all(), model.regularizer().name())
                .create(model.regularizer().settings());
    }
}
