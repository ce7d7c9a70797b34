package org.longspan.harness.grid;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.longspan.harness.plan.Tier;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.Seed;

/**
 * The settings that tuning tries. Each coordinate is keyed by (kind, method, setting), so an optimizer gets equal
 * learning rates under every clipping, and a clipping equal thresholds under every optimizer.
 *
 * <p>Small tiers use points of Sobol's sequence with a digital shift drawn from the key. Each quarter of a range gets
 * one of 4 points; so does each box when the square of learning rate and threshold is cut into 4 × 1, 2 × 2 or 1 × 4
 * boxes. Large tiers draw independently.
 *
 * @param seed the root seed of the plan
 * @param lowDiscrepancy whether to use Sobol's sequence
 */
record DrawnSettings(long seed, boolean lowDiscrepancy) {

    /** The kind of method: optimizers use the even dimensions of Sobol's sequence, clippings the odd ones. */
    enum Kind {
        OPTIMIZER,
        CLIPPING
    }

    private static final double DIGIT = 0x1p-32;

    static DrawnSettings of(Tier tier, long seed) {
        return new DrawnSettings(seed, tier.lowDiscrepancy());
    }

    /**
     * Returns setting {@code index} of a method: fixed values from the plan, drawn values for tuned settings, defaults
     * for the rest.
     */
    Choice choice(Kind kind, Entry<?> entry, Choice fixed, int index) {
        Map<String, Object> values = new TreeMap<>(fixed.settings().values());
        List<Setting> tuned = tuned(entry);
        for (int coordinate = 0; coordinate < tuned.size(); coordinate++) {
            Setting setting = tuned.get(coordinate);
            if (!values.containsKey(setting.name())) {
                values.put(setting.name(), value(kind, entry.name(), setting, coordinate, index));
            }
        }
        return new Choice(entry.name(), entry.complete(new Settings(values)));
    }

    private static List<Setting> tuned(Entry<?> entry) {
        return entry.settings().stream()
                .filter(setting -> setting.search().isPresent())
                .toList();
    }

    private double value(Kind kind, String method, Setting setting, int coordinate, int index) {
        SearchRange range = setting.search().orElseThrow();
        Seed key = Seed.root(seed)
                .with("search", kind.name())
                .with("method", method)
                .with("setting", setting.name());
        double value = range.at(lowDiscrepancy ? point(key, kind, coordinate, index) : draw(key, index));
        double inside = Math.min(Math.max(value, range.from()), range.to()); // exp(log(x)) may exceed the end
        return setting instanceof Setting.Number number && number.whole() ? Math.rint(inside) : inside;
    }

    private static double point(Seed key, Kind kind, int coordinate, int index) {
        int dimension = (2 * coordinate + kind.ordinal()) % Sobol.DIMENSIONS;
        int shift = (int) (key.value() >>> Integer.SIZE);
        return Integer.toUnsignedLong(Sobol.digits(dimension, index) ^ shift) * DIGIT;
    }

    private static double draw(Seed key, int index) {
        return key.with("index", index).stream().nextDouble();
    }
}
