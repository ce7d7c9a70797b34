package org.longspan.harness.grid;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.Seed;

/**
 * The settings that are tried in one block. Each coordinate is keyed by (block, kind, kin or method, setting): kin get
 * equal values of the settings that they share, an optimizer equal settings under every clipping, and a clipping equal
 * thresholds under all optimizers of a kin.
 *
 * <p>They are points of Sobol's sequence with a digital shift drawn from the key, so they are scrambled anew in each
 * block. Each quarter of a range gets one of 4 points; so does each box when the square of learning rate and threshold
 * is cut into 4 × 1, 2 × 2 or 1 × 4 boxes. Fewer points are a prefix of more.
 *
 * @param block seed of the block
 * @param settings number K of settings
 */
record DrawnSettings(long block, int settings) {

    /** The kind of method: optimizers use the even dimensions of Sobol's sequence, clippings the odd ones. */
    private enum Kind {
        OPTIMIZER,
        CLIPPING
    }

    private static final double DIGIT = 0x1p-32;

    /** Returns the K settings of an optimizer; {@code fixed} holds those that the plan gives. */
    List<Choice> ofOptimizer(Entry<?> entry, Choice fixed) {
        return choices(Kind.OPTIMIZER, entry.kin(), entry, fixed);
    }

    /** Returns the K settings of a clipping; {@code fixed} holds those that the plan gives. */
    List<Choice> ofClipping(Entry<?> entry, Choice fixed) {
        return choices(Kind.CLIPPING, entry.name(), entry, fixed);
    }

    private List<Choice> choices(Kind kind, String method, Entry<?> entry, Choice fixed) {
        return IntStream.range(0, settings)
                .mapToObj(index -> choice(kind, method, entry, fixed, index))
                .toList();
    }

    /** Fixed values from the plan, drawn values for tuned settings, defaults for the rest. */
    private Choice choice(Kind kind, String method, Entry<?> entry, Choice fixed, int index) {
        Map<String, Object> values = new TreeMap<>(fixed.settings().values());
        List<Setting> tuned = tuned(entry);
        for (int coordinate = 0; coordinate < tuned.size(); coordinate++) {
            Setting setting = tuned.get(coordinate);
            if (!values.containsKey(setting.name())) {
                Seed key = Axes.draws(block, kind.name(), method, setting.name());
                values.put(setting.name(), value(setting, point(key, kind, coordinate, index)));
            }
        }
        return new Choice(entry.name(), entry.complete(new Settings(values)));
    }

    private static List<Setting> tuned(Entry<?> entry) {
        return entry.settings().stream()
                .filter(setting -> setting.search().isPresent())
                .toList();
    }

    private static double value(Setting setting, double point) {
        SearchRange range = setting.search().orElseThrow();
        double inside = Math.min(Math.max(range.at(point), range.from()), range.to()); // exp(log(x)) may exceed the end
        return setting instanceof Setting.Number number && number.whole() ? Math.rint(inside) : inside;
    }

    private static double point(Seed key, Kind kind, int coordinate, int index) {
        int dimension = (2 * coordinate + kind.ordinal()) % Sobol.DIMENSIONS;
        int shift = (int) (key.value() >>> Integer.SIZE);
        return Integer.toUnsignedLong(Sobol.digits(dimension, index) ^ shift) * DIGIT;
    }
}
