package org.longspan.harness.method;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.longspan.harness.plugin.PlugIn;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.Choice;
import org.longspan.harness.refusal.UserError;
import org.longspan.method.BuiltInMethods;
import org.longspan.method.MethodProvider;
import org.longspan.model.ModelMethods;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Schedule;

/**
 * All methods that a plan can name: those of this build and those in external jars.
 *
 * @param cells recurrent cells
 * @param initializations of the cells' weights
 * @param regularizers added to the loss or its gradient
 * @param optimizers that update the weights
 * @param clippings of the gradients
 * @param schedules of the learning rate
 * @param policies for gradients that are not finite
 */
public record MethodCatalogue(
        MethodList<CellFactory> cells,
        MethodList<Initialization> initializations,
        MethodList<Regularizer> regularizers,
        MethodList<Optimizer> optimizers,
        MethodList<ClippingScheme> clippings,
        MethodList<Schedule> schedules,
        MethodList<NonFinitePolicy> policies) {

    private static final PlugIns<MethodProvider> PLUG_INS = new PlugIns<>(MethodProvider.class, "method");

    /** Returns the methods of this build. */
    public static MethodCatalogue ofThisBuild() {
        return of(new BuiltInMethods());
    }

    /** Returns the methods of this provider only. */
    public static MethodCatalogue of(MethodProvider provider) {
        return new MethodCatalogue(
                MethodList.of(MethodKind.CELL, provider.cells()),
                MethodList.of(MethodKind.INITIALIZATION, provider.initializations()),
                MethodList.of(MethodKind.REGULARIZER, provider.regularizers()),
                MethodList.of(MethodKind.OPTIMIZER, provider.optimizers()),
                MethodList.of(MethodKind.CLIPPING, provider.clippings()),
                MethodList.of(MethodKind.SCHEDULE, provider.schedules()),
                MethodList.of(MethodKind.POLICY, provider.policies()));
    }

    /**
     * Returns the methods of this build and of {@code jars}. The jars stay open.
     *
     * @throws UserError if a file is not a jar or holds no methods, if a provider is broken, or if two methods in a
     *     list share a name
     */
    public static MethodCatalogue load(List<Path> jars) {
        MethodCatalogue all = ofThisBuild();
        for (Path jar : jars) {
            for (MethodProvider provider : PLUG_INS.in(jar)) {
                all = all.with(provider, jar);
            }
        }
        return all;
    }

    private MethodCatalogue with(MethodProvider provider, Path jar) {
        String place = PLUG_INS.place(jar);
        MethodList.Origin origin = new MethodList.Origin(jar, provider.getClass());
        try {
            return new MethodCatalogue(
                    cells.and(provider.cells(), origin, place),
                    initializations.and(provider.initializations(), origin, place),
                    regularizers.and(provider.regularizers(), origin, place),
                    optimizers.and(provider.optimizers(), origin, place),
                    clippings.and(provider.clippings(), origin, place),
                    schedules.and(provider.schedules(), origin, place),
                    policies.and(provider.policies(), origin, place));
        } catch (UserError | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw PLUG_INS.unusable(place, e);
        }
    }

    /** Returns the lists that networks are built from. */
    public ModelMethods ofModels() {
        return new ModelMethods(cells.entries(), initializations.entries(), regularizers.entries());
    }

    /** Returns the plug-in that {@code choice} names; empty if it names a method of this build. */
    public Optional<PlugIn> plugIn(MethodKind kind, Choice choice) {
        return list(kind)
                .jarOf(choice.name())
                .map(jar -> new PlugIn(kind.word() + " " + choice.name(), PLUG_INS.place(jar)));
    }

    /** Returns the list of methods of {@code kind}. */
    public MethodList<?> list(MethodKind kind) {
        return switch (kind) {
            case CELL -> cells;
            case INITIALIZATION -> initializations;
            case REGULARIZER -> regularizers;
            case OPTIMIZER -> optimizers;
            case CLIPPING -> clippings;
            case SCHEDULE -> schedules;
            case POLICY -> policies;
        };
    }
}
