package org.longspan.harness.grid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.longspan.harness.record.Choice;

/**
 * The methods of a cell, with the settings that are tried in one block.
 *
 * @param kin of the optimizer
 * @param optimizers the K settings of the optimizer
 * @param clippings the K settings of the clipping, paired with those of the optimizer by index
 * @param schedule of the learning rate
 * @param policy for gradients that are not finite
 */
public record GridArm(String kin, List<Choice> optimizers, List<Choice> clippings, Choice schedule, Choice policy) {

    public GridArm {
        optimizers = List.copyOf(optimizers);
        clippings = List.copyOf(clippings);
    }

    /** Returns the name of the optimizer. */
    public String optimizer() {
        return optimizers.get(0).name();
    }

    /** Returns the name of the clipping. */
    public String clipping() {
        return clippings.get(0).name();
    }

    /** Returns the first index of each distinct setting; an arm with nothing to tune has only one. */
    List<Integer> distinctSettings() {
        Set<List<Choice>> seen = new LinkedHashSet<>();
        return IntStream.range(0, optimizers.size())
                .filter(i -> seen.add(List.of(optimizers.get(i), clippings.get(i))))
                .boxed()
                .toList();
    }
}
