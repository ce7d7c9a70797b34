package org.longspan.model;

import org.longspan.model.cell.CellFactory;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.model.initialization.Initialization;
import org.longspan.model.regularizer.Regularizer;
import org.longspan.numerics.catalogue.Entry;

/** The methods that an {@link Architecture} names, looked up in their lists. */
record ChosenMethods(Architecture names, CellFactory cells, Initialization initialization, Regularizer regularizer) {

    /**
     * Looks up the methods of {@code names} in {@code lists}.
     *
     * @throws IllegalArgumentException for an unknown name or a bad setting; the message says what is expected
     */
    static ChosenMethods of(Architecture names, ModelMethods lists) {
        Architecture.Part cell = names.cell();
        Architecture.Part initialization = names.initialization();
        Architecture.Part regularizer = names.regularizer();
        return new ChosenMethods(
                names,
                Entry.find("cell", lists.cells(), cell.name()).create(cell.settings()),
                Entry.find("initialization", lists.initializations(), initialization.name())
                        .create(initialization.settings()),
                Entry.find("regularizer", lists.regularizers(), regularizer.name())
                        .create(regularizer.settings()));
    }

    /**
     * Returns the cell of a layer with its start.
     *
     * @throws IllegalArgumentException if another method does not support the cell
     */
    RecurrentCell cell(int inputs) {
        RecurrentCell cell = cells.cell(inputs, names.hidden());
        initialization
                .refuses(cell)
                .ifPresent(reason ->
                        refuse("initialization " + names.initialization().name(), reason));
        names.start().refuses(cell).ifPresent(reason -> refuse("a learned start", reason));
        regularizer
                .refuses(cell)
                .ifPresent(reason -> refuse("regularizer " + names.regularizer().name(), reason));
        return names.start().of(cell);
    }

    private void refuse(String method, String reason) {
        throw new IllegalArgumentException(
                method + " does not suit cell " + names.cell().name() + ": " + reason);
    }
}
