package org.longspan.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Counts the classes of the parts of a file, to find those that training lacks. */
public final class Untaught {

    private static final int FEW = 5;

    private final boolean[] taught;
    private final long[] elsewhere;

    /** Creates counts of 0. */
    public Untaught(int classes) {
        this.taught = new boolean[classes];
        this.elsewhere = new long[classes];
    }

    /** Counts a class of a part once more. */
    public void add(Split split, int target) {
        if (split == Split.TRAIN) {
            taught[target] = true;
        } else {
            elsewhere[target]++;
        }
    }

    /**
     * Returns a warning for {@link SequenceTask#warnings}; empty if training has every class that the others have.
     *
     * @param classes what the classes are, such as {@code classes of the file labels.idx1}
     * @param name of a class, for people
     */
    public Optional<String> warning(String classes, IntFunction<String> name) {
        List<String> few = new ArrayList<>();
        int count = 0;
        for (int target = 0; target < taught.length; target++) {
            if (!taught[target] && elsewhere[target] > 0 && count++ < FEW) {
                few.add(name.apply(target) + " (" + (elsewhere[target] == 1 ? "once" : elsewhere[target] + " times")
                        + ")");
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(count + " of the " + classes + (count == 1 ? " is" : " are")
                + " in validation, confirmation or test and not in training, so no network can learn "
                + (count == 1 ? "it: " : "them: ") + String.join(", ", few)
                + (count > FEW ? " and " + (count - FEW) + " more" : ""));
    }
}
