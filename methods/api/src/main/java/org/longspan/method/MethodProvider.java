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
 * Methods to add to the lists that a plan chooses from. A jar names its provider in {@code
 * META-INF/services/org.longspan.method.MethodProvider}, and {@code --methods JAR} lets Longspan see it.
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
 * <p>A name must be new to its list. An entry's methods are used by many threads at a time, each with its own instances.
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
