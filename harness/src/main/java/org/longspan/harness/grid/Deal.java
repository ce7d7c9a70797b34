package org.longspan.harness.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.longspan.harness.key.Axes;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.numerics.random.RandomStream;

/**
 * Which clippings run in which blocks of a problem. The control runs in all c blocks, and each other clipping in b of
 * them: Dunnett 1955, A multiple comparison procedure for comparing several treatments with a control, Journal of the
 * American Statistical Association 50, shows that the control wants the larger share. The others are dealt out in turn,
 * in an order that is drawn for the problem: the one at place p gets blocks p, p + 1, …, p + b - 1, modulo c. So blocks
 * hold equally many, a greater b keeps the blocks of a smaller one, and block i of a problem holds the same clippings
 * for every optimizer.
 */
final class Deal {

    private final Plan plan;
    private final Map<String, Integer> places = new HashMap<>(); // never iterated

    Deal(Plan plan, TaskChoice task, ModelChoice model) {
        this.plan = plan;
        List<String> others = new ArrayList<>();
        for (Choice clipping : plan.factors().clippings()) {
            if (!isControl(clipping)) {
                others.add(clipping.name());
            }
        }
        shuffle(others, Axes.deal(plan.rules().seed(), task, model).stream());
        for (int place = 0; place < others.size(); place++) {
            places.put(others.get(place), place);
        }
    }

    /** Fisher and Yates. */
    private static void shuffle(List<String> names, RandomStream stream) {
        for (int i = names.size() - 1; i > 0; i--) {
            Collections.swap(names, i, stream.nextInt(i + 1));
        }
    }

    private boolean isControl(Choice clipping) {
        return plan.factors().control().filter(clipping.name()::equals).isPresent();
    }

    /** Returns whether {@code clipping} runs in that block. */
    boolean has(Choice clipping, int block) {
        if (isControl(clipping)) {
            return true;
        }
        int blocks = plan.tier().controlBlocks();
        int first = places.get(clipping.name()) % blocks;
        return Math.floorMod(block - first, blocks) < plan.tier().blocks();
    }

    /** Returns the lowest block in which {@code clipping} runs. */
    int first(Choice clipping) {
        int block = 0;
        while (!has(clipping, block)) {
            block++;
        }
        return block;
    }
}
