package org.longspan.harness.record;

import java.util.Map;
import org.longspan.numerics.catalogue.Settings;

/**
 * The choice of a task and its length.
 *
 * @param family name of the provider
 * @param variant name of the variant
 * @param length the length parameter T
 * @param settings of the family
 * @param files SHA-256 and size of each file that the task reads, by the name of the setting; empty for synthetic tasks
 */
public record TaskChoice(String family, String variant, int length, Settings settings, Map<String, String> files) {}
