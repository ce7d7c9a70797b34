package org.longspan.reports.inference;

/**
 * What is compared: level {@code of} of a factor against level {@code against} of it, everything else equal. A positive
 * difference says that {@code of} is the better one.
 *
 * @param factor what the two sides differ in
 * @param of index of the first side
 * @param against index of the second side
 * @param kin index of the only kin looked at, of whole runs that of the only arm; {@value #ALL} for all
 * @param problem index model × tasks + task of the only problem looked at, {@value #ALL} for all
 */
public record Contrast(Factor factor, int of, int against, int kin, int problem) {

    /** In place of one kin or one problem. */
    public static final int ALL = -1;

    /** Returns the contrast pooled over everything. */
    public static Contrast pooled(Factor factor, int of, int against) {
        return new Contrast(factor, of, against, ALL, ALL);
    }

    Contrast within(int oneKin) {
        return new Contrast(factor, of, against, oneKin, problem);
    }

    Contrast on(int oneProblem) {
        return new Contrast(factor, of, against, kin, oneProblem);
    }
}
