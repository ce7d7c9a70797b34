package org.longspan.harness.run;

import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.longspan.harness.grid.Sense;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.Site;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.Need;
import org.longspan.optim.Optimizer;

/**
 * Decides by asking the methods: the cell for its sites, the other parts of a model whether they refuse the cell, and
 * the optimizer for its needs and whether it refuses the clipping.
 */
final class MethodSense implements Sense {

    private final MethodCatalogue methods;

    MethodSense(MethodCatalogue methods) {
        this.methods = methods;
    }

    @Override
    public Optional<String> skip(ModelChoice model, Choice optimizer, Choice clipping) {
        Optional<String> unsuited = unsuited(model);
        if (unsuited.isPresent()) {
            return unsuited;
        }
        ClippingScheme scheme = methods.clippings().create(clipping);
        RecurrentCell cell = Workbench.start(model).of(cell(model));
        Optional<Site> site = scheme.site();
        if (site.isPresent() && !cell.sites().contains(site.get())) {
            return Optional.of("clipping " + clipping.name() + " acts on the site "
                    + site.get().name().toLowerCase(Locale.ROOT) + ", which model "
                    + model.cell().name() + " does not have");
        }
        Optimizer method = methods.optimizers().create(optimizer);
        for (Need need : new TreeSet<>(method.needs())) {
            Optional<String> missing = missing(need, cell, model);
            if (missing.isPresent()) {
                return missing.map(reason -> "optimizer " + optimizer.name() + " needs " + reason);
            }
        }
        return method.refuses(scheme.at(1))
                .map(reason ->
                        "optimizer " + optimizer.name() + " cannot honour clipping " + clipping.name() + ": " + reason);
    }

    /** Returns the missing capability and the part that lacks it; empty if {@code need} is met. */
    private Optional<String> missing(Need need, RecurrentCell cell, ModelChoice model) {
        String without = ", which model " + model.cell().name() + " does not give";
        return switch (need) {
            case GAUSS_NEWTON ->
                unless(cell.supports(Curvature.GAUSS_NEWTON), "products with the Gauss-Newton matrix" + without);
            case HESSIAN -> unless(cell.supports(new Curvature.Hessian()), "products with the Hessian" + without);
            case POTENTIAL ->
                unless(
                        regularizer(model).hasPotential(),
                        "the gradient of a function, which regularizer "
                                + model.regularizer().name() + " does not add");
        };
    }

    /** Returns why the network cannot be built because a part does not suit its cell; empty if it can. */
    Optional<String> unsuited(ModelChoice model) {
        RecurrentCell cell = cell(model);
        String suit = " does not suit model " + model.cell().name() + ": ";
        Optional<String> start = methods.initializations()
                .create(model.initialization())
                .refuses(cell)
                .map(reason -> "initialization " + model.initialization().name() + suit + reason);
        return start.or(() -> regularizer(model)
                        .refuses(cell)
                        .map(reason -> "regularizer " + model.regularizer().name() + suit + reason))
                .or(() -> Workbench.start(model)
                        .refuses(cell)
                        .map(reason -> "initial state " + model.initialState() + suit + reason));
    }

    private RecurrentCell cell(ModelChoice model) {
        return methods.cells().create(model.cell()).cell(1, model.hidden());
    }

    private Regularizer regularizer(ModelChoice model) {
        return methods.regularizers().create(model.regularizer());
    }

    private static Optional<String> unless(boolean given, String reason) {
        return given ? Optional.empty() : Optional.of(reason);
    }
}
