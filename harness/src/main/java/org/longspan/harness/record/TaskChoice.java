package org.longspan.harness.record;

import java.util.Map;
import org.longspan.numerics.catalogue.Settings;

/**
 * A task of one length.
 *
 * @param family the provider's name
 * @param variant the variant's name
 * @param length the length parameter T
 * @param settings of the family
 * @param files SHA-256 and size of each file that it reads, by a name; empty for synthetic tasks
 */
public record TaskChoice(String family, String variant, int length, Settings settings, Map<String, String> files) {}
