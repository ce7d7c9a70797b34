package org.longspan.reports.inference;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the inference must know of a plan beside its outcomes. Methods are indices here and have no names.
 *
 * @param kin for each optimizer the index of its kin, the group that shares draws, initial weights and data
 * @param aliasOf for each optimizer the index of the optimizer that it is another name for, its own if none
 * @param control index of the clipping that is no clipping, {@value #NONE} if the plan lacks it
 * @param specialCases methods that become others
 * @param assay what is declared for the sensitivity of the comparisons
 * @param claims whether the plan has claims, which then take their share of the level
 */
public record Design(
        List<Integer> kin,
        List<Integer> aliasOf,
        int control,
        List<SpecialCase> specialCases,
        Assay assay,
        boolean claims) {

    /** In place of the control. */
    public static final int NONE = -1;

    /** The probability that a whole analysis says something false. */
    public static final double LEVEL = 0.05;

    /** The smallest difference of S that matters. */
    public static final double MARGIN = 0.05;

    public Design {
        kin = List.copyOf(kin);
        aliasOf = List.copyOf(aliasOf);
        specialCases = List.copyOf(specialCases);
        if (kin.size() != aliasOf.size()) {
            throw new IllegalArgumentException(
                    kin.size() + " kin and " + aliasOf.size() + " aliases, expected one of each for every optimizer");
        }
    }

    /** Returns a design of {@code optimizers} unrelated methods whose control is clipping {@code control}. */
    public static Design of(int optimizers, int control) {
        List<Integer> own = IntStream.range(0, optimizers).boxed().toList();
        return new Design(own, own, control, List.of(), Assay.undeclared(), false);
    }

    /** Returns the same design with {@code declared} in the place of its assay. */
    public Design with(Assay declared) {
        return new Design(kin, aliasOf, control, specialCases, declared, claims);
    }

    /** Returns whether {@code optimizer} enters comparisons of optimizers, which aliases do only once. */
    boolean enters(int optimizer) {
        return aliasOf.get(optimizer) == optimizer;
    }
}
