/**
 * Plans: data that says what is run, read from YAML and checked against the catalogues before anything runs. Read
 * {@link org.longspan.harness.plan.Plan} first.
 */
package org.longspan.harness.plan;
