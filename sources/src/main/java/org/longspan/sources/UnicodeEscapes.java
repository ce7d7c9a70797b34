package org.longspan.sources;

/** Unicode escapes, which Java translates before it reads tokens: JLS 3.3. */
final class UnicodeEscapes {

    private static final int DIGITS = 4;

    private UnicodeEscapes() {}

    /**
     * Returns {@code source} with each escape replaced by its character; a backslash that follows a backslash does not
     * begin one.
     */
    static String translate(String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c != '\\' || i + 1 == source.length()) {
                text.append(c);
            } else if (source.charAt(i + 1) == 'u') {
                int digits = i + 1;
                while (source.charAt(digits) == 'u') {
                    digits++;
                }
                text.append((char) Integer.parseInt(source.substring(digits, digits + DIGITS), 16));
                i = digits + DIGITS - 1;
            } else {
                text.append(c).append(source.charAt(++i));
            }
        }
        return text.toString();
    }
}
