package org.longspan.reports.figure;

/** Classes that colour what belongs to a model or a clipping. There are more of either than colours one can tell apart. */
public final class Colour {

    private static final int MODELS = 8;
    private static final int CLIPPINGS = 9;
    private static final String[] ROUNDS = {"", " second", " third"};

    private Colour() {}

    /** Returns the class of the model at {@code index}; the ninth looks like the first. */
    public static String ofModel(int index) {
        return "m" + index % MODELS;
    }

    /** Returns the classes of the clipping at {@code index}: from the tenth on, lines are dashed, then dotted. */
    public static String ofClipping(int index) {
        return "c" + index % CLIPPINGS + ROUNDS[index / CLIPPINGS % ROUNDS.length];
    }
}
