package org.longspan.model.cell;

import java.util.Set;
import org.longspan.numerics.ParameterLayout;
import org.longspan.numerics.Role;
import org.longspan.numerics.oracle.Site;

/**
 * A cell that has a shape and computes nothing.
 *
 * @param rows of its recurrent block, 0 for none
 * @param columns of its recurrent block
 */
public record CellOfShape(int rows, int columns) implements RecurrentCell {

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return columns;
    }

    @Override
    public Set<Site> sites() {
        return Set.of();
    }

    @Override
    public void addBlocks(String prefix, ParameterLayout.Builder layout) {
        if (rows > 0) {
            layout.add(prefix + "recurrent", rows, columns, Role.RECURRENT);
        }
    }

    @Override
    public RecurrentRun open(Unrolling unrolling) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long runSize(int steps, int sequences) {
        throw new UnsupportedOperationException();
    }
}
