package org.longspan.reports.export;

import org.longspan.harness.record.Manifest;

/** The table of the run itself, of one row: what the other tables are about. */
final class RunTable {

    /** All of its columns. */
    static final Table<Row> TABLE = Table.<Row>of("run", "the run that the tables are about")
            .text("plan", "name of the plan", row -> row.manifest().provenance().plan())
            .text(
                    "title",
                    "of the plan's head",
                    row -> row.manifest().provenance().head().title())
            .text(
                    "doi",
                    "of the plan's head",
                    row -> row.manifest().provenance().head().doi())
            .text("version", "of Longspan", row -> row.manifest().provenance().version())
            .text(
                    "commit",
                    "of the checkout",
                    row -> row.manifest().provenance().commit())
            .whole(
                    "schema",
                    "",
                    "version of the format of results",
                    row -> row.manifest().schema())
            .text(
                    "tier",
                    "name of the tier, or `own`",
                    row -> row.manifest().tuning().tier())
            .whole(
                    "settings",
                    "settings",
                    "K, tried by a cell in each block",
                    row -> row.manifest().tuning().settings())
            .text(
                    "control",
                    "the clipping that others are compared with",
                    row -> row.manifest().tuning().control())
            .whole(
                    "control_blocks",
                    "blocks",
                    "of the control",
                    row -> row.manifest().tuning().controlBlocks())
            .whole(
                    "blocks",
                    "blocks",
                    "of every other clipping",
                    row -> row.manifest().tuning().blocks())
            .whole(
                    "seed",
                    "",
                    "the root seed, 64 bits",
                    row -> row.manifest().rules().seed())
            .whole(
                    "planned_trials",
                    "trials",
                    "of the grid; a skipped cell counts as one",
                    row -> row.manifest().design().plannedTrials())
            .whole("trials", "trials", "with a result", Row::trials)
            .text("digest", "of the results, as `longspan results --digest` prints it", Row::digest);

    private RunTable() {}

    /**
     * The row.
     *
     * @param manifest of the run
     * @param trials number of results
     * @param digest of the results
     */
    record Row(Manifest manifest, long trials, String digest) {}
}
