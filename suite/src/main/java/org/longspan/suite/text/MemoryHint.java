package org.longspan.suite.text;

/** Says how to give the virtual machine more memory. */
public final class MemoryHint {

    private static final long MEBIBYTE = 1L << 20;
    private static final long LEAST_GIBIBYTES = 8;

    private MemoryHint() {}

    /** Returns {@code LONGSPAN_JAVA_OPTS=-Xmx8g raises the limit of 150 MB}, or twice the present limit if more. */
    public static String sentence() {
        long limit = Runtime.getRuntime().maxMemory() / MEBIBYTE;
        long proposed = Math.max(LEAST_GIBIBYTES, 1 + 2 * limit / 1024);
        return "LONGSPAN_JAVA_OPTS=-Xmx" + proposed + "g raises the limit of " + Wording.count(limit) + " MB";
    }

    /** Returns {@code reason}, with the hint if it is a lack of memory. */
    public static String after(String reason) {
        boolean lack = reason.contains(OutOfMemoryError.class.getSimpleName());
        return lack ? reason + " (" + sentence() + ")" : reason;
    }
}
