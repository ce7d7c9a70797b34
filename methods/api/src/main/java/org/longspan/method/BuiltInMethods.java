package org.longspan.method;

import java.util.List;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Schedule;
import org.longspan.optim.catalogue.Optimizers;
import org.longspan.optim.clip.Clippings;
import org.longspan.optim.nonfinite.NonFinitePolicies;
import org.longspan.optim.schedule.Schedules;

/** The methods of this build, each list in its own order. They need no entry in {@code META-INF/services}. */
public final class BuiltInMethods implements MethodProvider {

    @Override
    public List<Entry<CellFactory>> cells() {
        return Cells.all();
    }

    @Override
    public List<Entry<Initialization>> initializations() {
        return Initializations.all();
    }

    @Override
    public List<Entry<Regularizer>> regularizers() {
        return Regularizers.all();
    }

    @Override
    public List<Entry<Optimizer>> optimizers() {
        return Optimizers.all();
    }

    @Override
    public List<Entry<ClippingScheme>> clippings() {
        return Clippings.all();
    }

    @Override
    public List<Entry<Schedule>> schedules() {
        return Schedules.all();
    }

    @Override
    public List<Entry<NonFinitePolicy>> policies() {
        return NonFinitePolicies.all();
    }
}
