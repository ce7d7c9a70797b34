package org.longspan.reports.export;

/** The table of trials: what was run, how it ended, what it cost and where. */
final class TrialTable {

    private static final String FORWARDS = "sequence-forwards";

    /** All of its columns. */
    static final Table<TrialRow> TABLE =
            circumstances(costs(outcome(rules(methods(place(Table.of("trials", "a trial with a result")))))));

    private TrialTable() {}

    private static Table<TrialRow> place(Table<TrialRow> table) {
        return table.text("trial", "id of the trial", row -> row.stored().id().value())
                .text(
                        "plan",
                        "name of the plan",
                        row -> row.arranged().manifest().provenance().plan())
                .either(
                        "counted",
                        "whether the reports count it: it belongs to the plan's grid, and no later run judges"
                                + " its block",
                        row -> row.counted().isPresent())
                .text(
                        "phase",
                        "`tuning` or `evaluation`",
                        row -> row.replicate().phase().word())
                .whole(
                        "block",
                        "",
                        "number of the block, from 0",
                        row -> row.replicate().block());
    }

    private static Table<TrialRow> methods(Table<TrialRow> table) {
        return table.text(
                        "optimizer", "its name", row -> row.trial().optimizer().name())
                .text("clipping", "its name", row -> row.trial().clipping().name())
                .text(
                        "schedule",
                        "that of the learning rate",
                        row -> row.trial().schedule().name())
                .text(
                        "policy",
                        "that for gradients that are not finite",
                        row -> row.trial().nonFiniteGradient().name())
                .number("learning_rate", "", "setting of the optimizer, if it has one", TrialRow::learningRate)
                .number("threshold", "", "setting of the clipping, if it has one, in its unit", TrialRow::threshold)
                .text(
                        "kin",
                        "name that forms of the optimizer share: in a block they meet the same data",
                        row -> row.replicate().kin())
                .text("model", "short name of the network in the reports", TrialRow::model)
                .text("cell", "recurrent cell", row -> row.network().cell().name())
                .whole(
                        "hidden",
                        "units",
                        "width H of every layer",
                        row -> row.network().hidden())
                .whole(
                        "layers",
                        "layers",
                        "number of layers",
                        row -> row.network().layers())
                .text(
                        "initialization",
                        "that of the weights",
                        row -> row.network().initialization().name())
                .text(
                        "regularizer",
                        "term added to the gradient",
                        row -> row.network().regularizer().name())
                .text(
                        "initial_state",
                        "`zero` or `learned`",
                        row -> row.network().initialState())
                .text("task", "name of the task in the reports, whatever its length", TrialRow::task)
                .text("family", "provider of the task", row -> row.problem().family())
                .text("variant", "variant of the task", row -> row.problem().variant())
                .whole(
                        "length",
                        "steps T",
                        "the length parameter",
                        row -> row.problem().length());
    }

    private static Table<TrialRow> rules(Table<TrialRow> table) {
        return table.whole(
                        "batch",
                        "sequences",
                        "size of a mini-batch",
                        row -> row.budget().batch())
                .whole(
                        "budget_updates",
                        "updates",
                        "cap on updates",
                        row -> row.budget().updates())
                .whole(
                        "budget_sequence_forwards",
                        FORWARDS,
                        "cap on the cost of training",
                        row -> row.budget().sequenceForwards())
                .whole(
                        "seed",
                        "",
                        "seed of the block, at most 53 bits",
                        row -> row.trial().seed());
    }

    private static Table<TrialRow> outcome(Table<TrialRow> table) {
        return table.text(
                        "outcome",
                        "`solved`, `budget-spent`, `diverged`, `skipped` or `failed`",
                        row -> row.end().kind())
                .number(
                        "score",
                        "share",
                        "share of the budget that was left when it solved, 0 if it did not; missing where it was"
                                + " skipped or is not counted, or where the task has no criterion",
                        TrialRow::score)
                .whole(
                        "solved_updates",
                        "updates",
                        "made at the look that met the criterion",
                        row -> row.end().updates())
                .whole(
                        "solved_sequence_forwards",
                        FORWARDS,
                        "cost of training up to that look",
                        row -> row.end().sequenceForwards())
                .number(
                        "test_measure",
                        "task's measure",
                        "measure of a solved trial on the test sequences",
                        row -> row.end().testMeasure())
                .text(
                        "cause",
                        "cause of divergence: `weights-not-finite`, `gradient-not-finite` or `far-off`",
                        row -> row.end().cause())
                .whole(
                        "diverged_update",
                        "updates",
                        "when divergence was noticed",
                        row -> row.end().update())
                .text("reason", "why it was skipped", row -> row.end().reason())
                .text("error", "why it failed", row -> row.end().error())
                .whole(
                        "attempts",
                        "attempts",
                        "attempts to confirm the criterion",
                        row -> row.result().attempts())
                .number(
                        "chance",
                        "task's loss",
                        "loss of the blind predictor on its validation sequences",
                        row -> row.result().chance());
    }

    private static Table<TrialRow> costs(Table<TrialRow> table) {
        return table.whole(
                        "updates", "updates", "updates made", row -> row.costs().updates())
                .whole(
                        "sequence_forwards",
                        FORWARDS,
                        "cost of training, which the budget limits",
                        row -> row.costs().sequenceForwards())
                .whole(
                        "unit_sequence_forwards",
                        FORWARDS,
                        "cost of measuring the unit of its threshold, once for all trials of its block that share it",
                        row -> row.costs().unitSequenceForwards())
                .whole(
                        "evaluation_sequence_forwards",
                        FORWARDS,
                        "cost of looks, confirmations and the test; no part of the budget",
                        row -> row.costs().evaluationSequenceForwards())
                .whole(
                        "multiply_adds",
                        "multiply-adds",
                        "those of training, counted from the shapes",
                        row -> row.costs().multiplyAdds())
                .whole(
                        "parameters",
                        "weights",
                        "number of weights",
                        row -> row.result().parameters())
                .text(
                        "weights",
                        "SHA-256 of the final weights' bits",
                        row -> row.result().weights());
    }

    private static Table<TrialRow> circumstances(Table<TrialRow> table) {
        return table.text(
                        "code",
                        "SHA-256 of the code that made the result",
                        row -> row.stored().code())
                .number(
                        "seconds",
                        "s",
                        "wall time on one thread, without the looks of probes",
                        row -> row.circumstances().seconds())
                .time("started", "when it began", row -> row.circumstances().started())
                .text(
                        "jdk",
                        "version and vendor of Java",
                        row -> row.circumstances().jdk())
                .text(
                        "cpu",
                        "model and cores of the processor",
                        row -> row.circumstances().cpu())
                .text(
                        "kernels",
                        "name of the kernels",
                        row -> row.circumstances().kernels())
                .text(
                        "host",
                        "operating system and architecture",
                        row -> row.circumstances().host());
    }
}
