package org.longspan.reports.inference;

import org.longspan.numerics.random.RandomStream;
import org.longspan.numerics.random.Seed;

/**
 * Makes the tests of an analysis. Each draws from a stream of its own, named by what it compares, so no test moves
 * another.
 *
 * @param seed of the analysis
 * @param effort how many patterns of signs are drawn
 */
record Tests(Seed seed, Effort effort) {

    SignFlip signFlip(Paired paired) {
        return SignFlip.of(paired.difference(), effort, () -> stream("sign-flip", paired.contrast()));
    }

    /** Returns p of equal differences for all kin. */
    double heterogeneity(Paired paired) {
        return Heterogeneity.p(paired.difference(), paired.kin(), effort, stream("heterogeneity", paired.contrast()));
    }

    /** Returns the test of the mean of {@code values} of an optimizer. */
    SignFlip mean(double[] values, int optimizer) {
        return SignFlip.of(values, effort, () -> seed.with("mean of optimizer", optimizer).stream());
    }

    private RandomStream stream(String test, Contrast contrast) {
        return seed
                .with("test", test)
                .with("factor", contrast.factor().word())
                .with("of", contrast.of())
                .with("against", contrast.against())
                .with("kin", contrast.kin())
                .with("problem", contrast.problem())
                .stream();
    }
}
