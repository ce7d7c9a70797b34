package org.longspan.reports.figure;

import org.longspan.reports.summary.Arm;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.Problem;
import org.longspan.reports.summary.Run;

/**
 * What a mark or a row belongs to, so that the page's filter can hide it: places in the run's lists of names, {@value
 * #ANY} where it belongs to none of them or to several.
 *
 * @param optimizer place in {@link ArrangedRun#optimizers}
 * @param clipping place in {@link ArrangedRun#clippings}
 * @param model place in {@link ArrangedRun#modelNames}
 * @param task place among the tasks of the manifest, each length apart
 * @param outcome place in {@link Outcomes#WORDS}
 */
public record Tags(int optimizer, int clipping, int model, int task, int outcome) {

    /** Belongs to none, or to several. */
    public static final int ANY = -1;

    /** Belongs to everything. */
    public static final Tags NONE = new Tags(ANY, ANY, ANY, ANY, ANY);

    /** Returns the tags of what belongs to one optimizer. */
    public static Tags ofOptimizer(ArrangedRun run, String optimizer) {
        return new Tags(run.optimizers().indexOf(optimizer), ANY, ANY, ANY, ANY);
    }

    /** Returns the tags of what belongs to one clipping. */
    public static Tags ofClipping(ArrangedRun run, String clipping) {
        return new Tags(ANY, run.clippings().indexOf(clipping), ANY, ANY, ANY);
    }

    /** Returns the tags of what belongs to one arm. */
    public static Tags of(ArrangedRun run, Arm arm) {
        return new Tags(
                run.optimizers().indexOf(arm.optimizer()), run.clippings().indexOf(arm.clipping()), ANY, ANY, ANY);
    }

    /** Returns the tags of one run. */
    public static Tags of(ArrangedRun run, Run one) {
        Tags tags = of(run, one.arm()).on(run, one.problem());
        return new Tags(tags.optimizer, tags.clipping, tags.model, tags.task, Outcomes.place(one.outcome()));
    }

    /** Returns these tags for one problem. */
    public Tags on(ArrangedRun run, Problem problem) {
        return new Tags(
                optimizer,
                clipping,
                run.modelNames().indexOf(problem.model()),
                run.manifest().design().tasks().indexOf(problem.entry()),
                outcome);
    }

    /** Returns them as attributes of an element, each behind a space. */
    public String attributes() {
        return attribute('o', optimizer)
                + attribute('c', clipping)
                + attribute('m', model)
                + attribute('t', task)
                + attribute('u', outcome);
    }

    private static String attribute(char key, int place) {
        return place == ANY ? "" : " data-" + key + "=\"" + place + "\"";
    }
}
