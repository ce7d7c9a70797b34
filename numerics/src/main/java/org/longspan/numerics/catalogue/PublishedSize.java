package org.longspan.numerics.catalogue;

/** The setting of methods that have a smaller size than the published one: its name and the value for the latter. */
public final class PublishedSize {

    /** The name of the setting. */
    public static final String SETTING = "size";

    /** The value for the published size. */
    public static final String PUBLISHED = "published";

    private PublishedSize() {}
}
