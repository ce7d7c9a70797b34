package org.longspan.model.initialization;

import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * Draws the initial weights, one map at a time. A cell of several gates has several maps side by side in one block;
 * each is drawn on its own, so fans and spectral radii are those of one gate. Every block has a stream of its own,
 * so more layers do not change the draws of the others.
 */
@FunctionalInterface
public interface Initialization {

    /**
     * Writes the initial values of one map.
     *
     * @param role of the block that the map stands in
     * @param map (fan-in, fan-out), zero on entry
     */
    void draw(Role role, Matrix map, TaskDescription task, RandomStream stream);

    /** Returns why {@code cell} cannot have initial weights from here, half a sentence, or nothing where it can. */
    default Optional<String> refuses(RecurrentCell cell) {
        return Optional.empty();
    }
}
