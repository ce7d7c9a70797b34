package org.longspan.harness.record;

/**
 * The circumstances in which a result was made. None of them may change the result.
 *
 * @param seconds wall time, without that of the looks of probes
 * @param started start time in ISO 8601, UTC
 * @param jdk version and vendor
 * @param cpu model and number of cores
 * @param kernels name of the kernels
 * @param host operating system and architecture
 */
public record Circumstances(double seconds, String started, String jdk, String cpu, String kernels, String host) {}
