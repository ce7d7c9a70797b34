package org.longspan.reports.inference;

/**
 * Worlds in which something is equal that might be taken for different. Equal means: the true mean of S, averaged over
 * what a comparison pools, is the same on both sides. For a clipping that is the average over kin and problems, each
 * with the same weight; for an optimizer the average over problems and clippings, where clippings that are dealt weigh
 * what they weigh on average over the deal. Below a crossed effect, single optimizers and problems do differ; saying so
 * is right, and saying the wrong direction, or saying it of those that stand aside, is not.
 */
enum Null implements World {
    /** All arms have one distribution. */
    ALIKE {
        @Override
        public Luck luck(Tier.Place place) {
            return Luck.SOLVES;
        }
    },
    /** Clippings scatter in four ways: steady, seldom and then at once, ... The means are equal. */
    UNEQUAL_CLIPPINGS {
        @Override
        public Luck luck(Tier.Place place) {
            return Luck.values()[place.clipping() % 4];
        }
    },
    /** Kin scatter in four ways, with equal means. */
    UNEQUAL_OPTIMIZERS {
        @Override
        public Luck luck(Tier.Place place) {
            return Luck.values()[kinOf(place) % 4];
        }
    },
    /** Clippings add 0.2 to some optimizers, take it from as many, and leave some alone. */
    CROSSED_OPTIMIZERS {
        @Override
        public double mean(Tier.Place place) {
            return World.base(place) + 0.2 * sign(place.clipping(), 15) * sign(kinOf(place), 22);
        }

        @Override
        public Luck luck(Tier.Place place) {
            return Luck.SKEWED;
        }
    },
    /** Clippings and optimizers add 0.2 on one problem and take it on another. */
    CROSSED_PROBLEMS {
        @Override
        public double mean(Tier.Place place) {
            int clipping = place.clipping() == 0 ? 0 : 1 - 2 * (place.clipping() % 2);
            int optimizer = 1 - 2 * (kinOf(place) % 2);
            double crossed = (clipping + optimizer) * (place.task() - 1);
            return 0.5 + 0.2 * crossed;
        }

        @Override
        public Luck luck(Tier.Place place) {
            return Luck.SKEWED;
        }
    };

    @Override
    public double mean(Tier.Place place) {
        return World.base(place);
    }

    private static int kinOf(Tier.Place place) {
        return Tier.QUICK.design().kin().get(place.optimizer());
    }

    /** As many +1 as -1 among 1 ... n, or 0 ... n-1, the rest 0. */
    private static int sign(int index, int n) {
        int half = n / 3;
        return index == 0 || index > 2 * half ? 0 : index % 2 == 0 ? 1 : -1;
    }
}
