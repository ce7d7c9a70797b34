package org.longspan.tasks.order;

import java.util.List;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** Temporal order in six published forms: two or three marked symbols, by each of three sources. */
public final class OrderProvider implements TaskProvider {

    static final String NAME = "order";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Classifies a long sequence of symbols by the order of the few marked ones.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                Hochreiter97Order.TWO,
                Hochreiter97Order.THREE,
                Martens11Order.TWO,
                Martens11Order.THREE,
                Pascanu13Order.TWO,
                Pascanu13Order.THREE);
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        variant(variant, length);
        return switch (variant) {
            case "hochreiter97-2" -> Hochreiter97Order.two(length);
            case "hochreiter97-3" -> Hochreiter97Order.three(length);
            case "martens11-2" -> Martens11Order.two(length);
            case "martens11-3" -> Martens11Order.three(length);
            case "pascanu13-2" -> Pascanu13Order.two(length);
            default -> Pascanu13Order.three(length);
        };
    }
}
