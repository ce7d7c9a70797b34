package org.longspan.task;

/**
 * The three parts of a file's items, one after the other: the first 90 % for training, the next 5 % for validation,
 * the last 5 % for the test, both cuts rounded down. So validation and test hold at least a twentieth each.
 *
 * @param items number of all items: characters, images
 */
public record Parts(int items) {

    /** Of this many items, one is for validation and one for the test. */
    public static final int SHARE = 20;

    /** Returns the first item of a part. */
    public int first(Split split) {
        return switch (split) {
            case TRAIN -> 0;
            case VALIDATION -> cut(SHARE - 2);
            case TEST -> cut(SHARE - 1);
        };
    }

    /** Returns the number of items of a part. */
    public int size(Split split) {
        return switch (split) {
            case TRAIN -> cut(SHARE - 2);
            case VALIDATION -> cut(SHARE - 1) - cut(SHARE - 2);
            case TEST -> items - cut(SHARE - 1);
        };
    }

    private int cut(int twentieths) {
        return (int) ((long) items * twentieths / SHARE);
    }
}
