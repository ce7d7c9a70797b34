package org.longspan.harness.record;

import java.util.regex.Pattern;

/**
 * The id of a trial: the first 16 hexadecimal digits of the SHA-256 of its canonical text.
 *
 * @param value 16 hexadecimal digits, lower case
 */
public record TrialId(String value) implements Comparable<TrialId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public TrialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("trial id " + value + ", expected 16 hexadecimal digits");
        }
    }

    @Override
    public int compareTo(TrialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
