/**
 * Instruments that look at a network at moments of a training run and record numbers, without changing a bit of it.
 * They see models, tasks and clippings, and nothing of a harness or of reports. Read {@link
 * org.longspan.probes.Probe} first.
 */
package org.longspan.probes;
