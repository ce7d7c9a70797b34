package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.reports.figure.Csv;

/**
 * The numbers of gradients: of every run its summary, of those that are shown what is drawn of their updates, and what
 * each kind of step did. The file of looks has every update.
 *
 * @param all runs
 * @param shown among them
 */
record NormsCsv(List<Norms> all, List<Norms> shown) {

    private static final int BINS = 145;

    String text() {
        Csv csv = new Csv(
                "model",
                "optimizer",
                "clipping",
                "block",
                "what",
                "update",
                "last_update",
                "least_norm",
                "median_norm",
                "greatest_norm",
                "trailing_median",
                "share_raised",
                "batch_loss",
                "validation_loss");
        for (Norms one : all) {
            csv.row(one.run()
                    .row(
                            "all updates",
                            0,
                            one.updates().rows() - 1,
                            "",
                            Csv.known(one.found().number("norm median")),
                            Csv.known(one.greatest()),
                            "",
                            Csv.known(one.found().number("share that raise their loss")),
                            "",
                            ""));
        }
        for (Norms one : shown) {
            for (Norms.Bin bin : one.bins(BINS)) {
                csv.row(one.run()
                        .row(
                                "updates",
                                (long) bin.from(),
                                (long) bin.to(),
                                bin.least(),
                                bin.median(),
                                bin.greatest(),
                                Csv.known(bin.trailing()),
                                bin.raised(),
                                "",
                                ""));
            }
            steps(csv, one);
        }
        return csv.toString();
    }

    private static void steps(Csv csv, Norms one) {
        for (Norms.Cliff cliff : one.tried()) {
            csv.row(one.run()
                    .row("before", cliff.update(), "", "", "", cliff.norm(), "", "", Csv.known(cliff.before()), ""));
            for (StepKind kind : StepKind.values()) {
                csv.row(one.run()
                        .row(
                                kind.word(),
                                cliff.update(),
                                "",
                                "",
                                "",
                                cliff.norm(),
                                "",
                                "",
                                Csv.known(cliff.batch()[kind.ordinal()]),
                                Csv.known(cliff.validation()[kind.ordinal()])));
            }
        }
    }
}
