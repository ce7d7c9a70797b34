package org.longspan.method;

import java.util.List;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.optim.ClippingScheme;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.Optimizer;
import org.longspan.optim.Schedule;

/**
 * Adds methods to the lists that a plan chooses from. A jar names its provider in
 * {@code META-INF/services/org.longspan.method.MethodProvider}, and {@code --methods JAR} loads it.
 *
 * <p>Override the lists that you add to:
 *
 * <pre>{@code
 * public final class SignSgdProvider implements MethodProvider {
 *     @Override
 *     public List<Entry<Optimizer>> optimizers() {
 *         return List.of(SignSgd.ENTRY);
 *     }
 * }
 * }</pre>
 *
 * <p>A name must be new to its list. Several threads may create methods from an entry at the same time, each its own
 * instance.
 */
public interface MethodProvider {

    /** Returns recurrent cells. */
    default List<Entry<CellFactory>> cells() {
        return List.of();
    }

    /** Returns initializations of the weights. */
    default List<Entry<Initialization>> initializations() {
        return List.of();
    }

    /** Returns regularizers. */
    default List<Entry<Regularizer>> regularizers() {
        return List.of();
    }

    /** Returns optimizers. */
    default List<Entry<Optimizer>> optimizers() {
        return List.of();
    }

    /** Returns clipping schemes. */
    default List<Entry<ClippingScheme>> clippings() {
        return List.of();
    }

    /** Returns schedules of the learning rate. */
    default List<Entry<Schedule>> schedules() {
        return List.of();
    }

    /** Returns policies for gradients that are not finite. */
    default List<Entry<NonFinitePolicy>> policies() {
        return List.of();
    }
}
