package org.longspan.reports.summary;

/**
 * What is compared: an optimizer with a clipping scheme.
 *
 * @param optimizer its name
 * @param clipping its name
 */
public record Arm(String optimizer, String clipping) {

    @Override
    public String toString() {
        return optimizer + " × " + clipping;
    }
}
