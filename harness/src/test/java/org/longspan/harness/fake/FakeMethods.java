package org.longspan.harness.fake;

import java.util.List;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.method.MethodKind;
import org.longspan.harness.method.MethodList;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.Optimizer;
import org.longspan.optim.nonfinite.NonFinitePolicies;

/** A few methods with names and settings only; none is ever created. */
public final class FakeMethods {

    private static final Setting EPSILON = Setting.Number.positive("epsilon", "added to the root", 1e-8);
    private static final List<Entry<Optimizer>> OPTIMIZERS = optimizers();

    private FakeMethods() {}

    /** Returns a catalogue with two entries in almost every list. */
    public static MethodCatalogue catalogue() {
        return with(OPTIMIZERS);
    }

    /** Returns that catalogue with a third optimizer, {@code heavy-too}, which is a form of {@code heavy}. */
    public static MethodCatalogue withKin() {
        Entry<Optimizer> heavy = OPTIMIZERS.get(1);
        Entry<Optimizer> form = new Entry<>(
                "heavy-too",
                heavy.summary(),
                heavy.equation(),
                heavy.citation(),
                heavy.settings(),
                List.of(),
                new Entry.SecondForm<>(heavy.name(), heavy.factory()));
        return with(List.of(OPTIMIZERS.get(0), heavy, form));
    }

    private static List<Entry<Optimizer>> optimizers() {
        Setting rate =
                Setting.Number.positive("learning-rate", "step size", 0.01).tuned(SearchRange.log(1e-4, 1));
        Setting momentum =
                Setting.Number.within("momentum", "share kept", 0.9, 0, 1).tuned(SearchRange.logComplement(0.5, 0.999));
        return List.of(entry("descent", rate), entry("heavy", rate, momentum, EPSILON));
    }

    private static MethodCatalogue with(List<Entry<Optimizer>> optimizers) {
        Setting threshold =
                Setting.Number.positive("threshold", "multiple of the unit", 1).tuned(SearchRange.log(0.01, 100));
        Setting unit = new Setting.Word("unit", "what the threshold is", "relative", List.of("relative", "absolute"));
        Setting least = Setting.Number.within("least", "least weight", 0, 0, 9);
        Setting greatest = Setting.Number.within("greatest", "greatest weight", 1, 0, 9);
        return new MethodCatalogue(
                MethodList.of(
                        MethodKind.CELL,
                        List.of(
                                entry("plain"),
                                entry("gated", Setting.Number.within("bias", "of the gate", 1, -9, 9)))),
                MethodList.of(MethodKind.INITIALIZATION, List.of(entry("uniform"), entry("sparse", least, greatest))),
                MethodList.of(MethodKind.REGULARIZER, List.of(entry("none"))),
                MethodList.of(MethodKind.OPTIMIZER, optimizers),
                MethodList.of(
                        MethodKind.CLIPPING,
                        List.of(entry("none"), entry("by-norm", threshold, unit), entry("by-value", threshold, unit))),
                MethodList.of(MethodKind.SCHEDULE, List.of(entry("constant"), entry("decay", EPSILON))),
                MethodList.of(MethodKind.POLICY, NonFinitePolicies.all()));
    }

    private static <T> Entry<T> entry(String name, Setting... settings) {
        return new Entry<>(
                name,
                "Is " + name + ".",
                "u = " + name,
                "A. Nobody (1900).",
                List.of(settings),
                List.of(),
                given -> made(name, given));
    }

    /** Refuses contradictory bounds; no other settings can contradict each other. */
    private static <T> T made(String name, Settings given) {
        if (name.equals("sparse") && given.number("least") >= given.number("greatest")) {
            throw new IllegalArgumentException("least " + given.number("least") + " is not below greatest "
                    + given.number("greatest") + ", expected least < greatest");
        }
        return null;
    }
}
