package org.longspan.reports.page;

import org.longspan.reports.summary.ArrangedRun;

/** The title that the plan gives, or what the run asks: a run of one length asks nothing of length. */
final class Title {

    private Title() {}

    static String of(ArrangedRun run) {
        String title = run.manifest().provenance().head().title();
        if (!title.isEmpty()) {
            return title;
        }
        boolean lengths =
                run.taskNames().stream().anyMatch(task -> run.lengths(task).size() > 1);
        boolean optimizers = run.optimizers().size() > 1;
        boolean clippings = run.clippings().size() > 1;
        if (lengths) {
            return "How far back in time can a recurrent network learn?";
        }
        if (optimizers && clippings) {
            return "Which optimizer trains a recurrent network, and does clipping help?";
        }
        if (optimizers) {
            return "Which optimizer trains a recurrent network?";
        }
        if (clippings) {
            return "Does clipping help to train a recurrent network?";
        }
        return run.modelNames().size() > 1
                ? "Which recurrent network is easy to train?"
                : "How easily is a recurrent network trained?";
    }
}
