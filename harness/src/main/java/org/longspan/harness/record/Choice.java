package org.longspan.harness.record;

import org.longspan.numerics.catalogue.Settings;

/**
 * A named method with complete settings.
 *
 * @param name as the list that it comes from spells it
 * @param settings every setting's value, an infinite threshold as the word {@code inf} in JSON
 */
public record Choice(String name, Settings settings) {}
