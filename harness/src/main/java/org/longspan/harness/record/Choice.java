package org.longspan.harness.record;

import org.longspan.numerics.catalogue.Settings;

/**
 * A named method with complete settings.
 *
 * @param name as in the list of methods
 * @param settings value of every setting; infinity is the word {@code inf} in JSON
 */
public record Choice(String name, Settings settings) {}
