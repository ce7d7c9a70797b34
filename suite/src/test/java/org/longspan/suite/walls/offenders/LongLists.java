package org.longspan.suite.walls.offenders;

/** Has lists that are too long. */
public final class LongLists {

    public LongLists(int a, int b, int c, int d, int e, int f, int g) {}

    public void seven(int a, int b, int c, int d, int e, int f, int g) {}

    /** Has ten components. */
    public record Ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}
}
