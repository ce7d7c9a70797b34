package org.longspan.model;

import java.util.List;
import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.Cells;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.initialization.Initializations;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.model.regularizer.Regularizers;
import org.longspan.numerics.catalogue.Entry;

/**
 * The methods that an {@link Architecture} may name.
 *
 * @param cells recurrent cells
 * @param initializations of their weights
 * @param regularizers of their gradients
 */
public record ModelMethods(
        List<Entry<CellFactory>> cells,
        List<Entry<Initialization>> initializations,
        List<Entry<Regularizer>> regularizers) {

    /** Returns the methods of this build. */
    public static ModelMethods ofThisBuild() {
        return new ModelMethods(Cells.all(), Initializations.all(), Regularizers.all());
    }
}
