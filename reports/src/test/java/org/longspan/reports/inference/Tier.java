package org.longspan.reports.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * Which cells of a plan run in which blocks: clipping 0 is none and runs in all, the others in all too or, dealt in turn,
 * in one each, the same for every optimizer. Optimizers 0 and 1 are two names for one method, 2 and 3 are kin.
 *
 * @param dealt whether clippings are dealt
 */
record Tier(int models, int tasks, int optimizers, int clippings, int blocks, boolean dealt) {

    /** The design of {@code quick}. */
    static final Tier QUICK = new Tier(1, 3, 24, 16, 8, true);

    /** The design of {@code standard}. */
    static final Tier STANDARD = new Tier(1, 3, 24, 16, 12, false);

    Tier withModels(int number) {
        return new Tier(number, tasks, optimizers, clippings, blocks, dealt);
    }

    /** Every cell in one block: its means are what is true. */
    Tier inOneBlock() {
        return new Tier(models, tasks, optimizers, clippings, 1, false);
    }

    Design design() {
        List<Integer> kin = IntStream.range(0, optimizers)
                .map(o -> o < 4 ? o / 2 : o - 2)
                .boxed()
                .toList();
        List<Integer> alias =
                IntStream.range(0, optimizers).map(o -> o == 1 ? 0 : o).boxed().toList();
        return new Design(kin, alias, 0, List.of(), Assay.undeclared(), false);
    }

    /** A cell in a block. */
    record Place(int model, int task, int optimizer, int clipping, int block) {

        int problem() {
            return 100 * model + task;
        }
    }

    List<Place> places(Seed root) {
        List<Place> places = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            for (int task = 0; task < tasks; task++) {
                List<Integer> turn = turn(root.with("deal", 100 * model + task).stream());
                for (int clipping = 0; clipping < clippings; clipping++) {
                    for (int block = 0; block < blocks; block++) {
                        boolean held = !dealt || clipping == 0 || turn.get(clipping - 1) % blocks == block;
                        for (int optimizer = 0; held && optimizer < optimizers; optimizer++) {
                            places.add(new Place(model, task, optimizer, clipping, block));
                        }
                    }
                }
            }
        }
        return places;
    }

    private List<Integer> turn(RandomStream stream) {
        List<Integer> turn =
                new ArrayList<>(IntStream.range(0, clippings - 1).boxed().toList());
        for (int i = turn.size() - 1; i > 0; i--) {
            Collections.swap(turn, i, stream.nextInt(i + 1));
        }
        return turn;
    }
}
