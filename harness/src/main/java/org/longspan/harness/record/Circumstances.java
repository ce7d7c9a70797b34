package org.longspan.harness.record;

/**
 * Under what circumstances a result was made; none of it may change the result.
 *
 * @param seconds wall time
 * @param started as ISO 8601, UTC
 * @param jdk version and vendor
 * @param cpu model and number of cores
 * @param kernels name of the kernels
 * @param host name of the machine's operating system and architecture
 */
public record Circumstances(double seconds, String started, String jdk, String cpu, String kernels, String host) {}
