package org.longspan.task;

/**
 * The four parts of a file's items, one after the other: the first 90 % for training, the next 2.5 % for validation,
 * 2.5 % for confirmation, the last 5 % for the test, all cuts rounded down. So the smaller ones hold at least a fortieth
 * each.
 *
 * @param items number of all items: characters, images
 */
public record Parts(int items) {

    /** Of this many items, one is for validation, one for confirmation and two for the test. */
    public static final int SHARE = 40;

    /** Returns the first item of a part. */
    public int first(Split split) {
        return switch (split) {
            case TRAIN -> 0;
            case VALIDATION -> cut(SHARE - 4);
            case CONFIRMATION -> cut(SHARE - 3);
            case TEST -> cut(SHARE - 2);
        };
    }

    /** Returns the number of items of a part. */
    public int size(Split split) {
        return switch (split) {
            case TRAIN -> cut(SHARE - 4);
            case VALIDATION -> cut(SHARE - 3) - cut(SHARE - 4);
            case CONFIRMATION -> cut(SHARE - 2) - cut(SHARE - 3);
            case TEST -> items - cut(SHARE - 2);
        };
    }

    private int cut(int fortieths) {
        return (int) ((long) items * fortieths / SHARE);
    }
}
