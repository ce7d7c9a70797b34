package org.longspan.model.initialization;

import java.util.Optional;
import org.longspan.model.cell.RecurrentCell;
import org.longspan.numerics.Matrix;
import org.longspan.numerics.Role;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.TaskDescription;

/**
 * Draws the initial weights, one map at a time. A cell with several gates has several maps side by side in one block;
 * each is drawn separately, so fans and spectral radii are those of one gate. Every block has its own random stream, so
 * adding a layer does not change the draws of the others.
 */
@FunctionalInterface
public interface Initialization {

    /**
     * Writes the initial values of one map.
     *
     * @param role of the block that holds the map
     * @param map (fan-in, fan-out), zero on entry
     */
    void draw(Role role, Matrix map, TaskDescription task, RandomStream stream);

    /** Returns why this does not support {@code cell}, as half a sentence, or empty. */
    default Optional<String> refuses(RecurrentCell cell) {
        return Optional.empty();
    }
}
