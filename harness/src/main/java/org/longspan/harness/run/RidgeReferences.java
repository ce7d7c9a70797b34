package org.longspan.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.TaskChoice;
import org.longspan.model.Evaluation;
import org.longspan.model.Evaluator;
import org.longspan.model.Network;
import org.longspan.model.RidgeReadOut;
import org.longspan.model.Workspace;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.random.Seed;
import org.longspan.task.LossKind;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;

/**
 * References for models that train only their read-out: the read-out is solved in closed form, without an optimizer, on
 * the data and initial weights of the trials. Like chance, the result is a baseline for comparison. The ridge is the
 * best of a grid on the validation sequences, the greater one at a tie. The reported values come from the test
 * sequences.
 */
public final class RidgeReferences {

    /** The maximum number of training sequences in a regression. */
    static final int SEQUENCES = 1000;

    private static final List<Double> RIDGES = List.of(1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8);

    private final Plan plan;
    private final Workbench bench;

    /** Creates the references of a plan. */
    public RidgeReferences(Plan plan, Workbench bench) {
        this.plan = plan;
        this.bench = bench;
    }

    /**
     * Returns a reference for each task, each model that trains only its read-out, and each repetition of the last
     * stage. It leaves out a reference for which a plug-in fails or the memory does not suffice.
     *
     * @param use the plug-ins that may fail
     * @param notes receives a sentence for each task and model without its references
     */
    public List<Manifest.Reference> all(PlugInUse use, Consumer<String> notes) {
        List<Manifest.Reference> references = new ArrayList<>();
        List<Manifest.Stage> stages = plan.tier().stages();
        for (TaskChoice task : plan.factors().tasks()) {
            for (ModelChoice model : plan.factors().models()) {
                try {
                    List<Integer> repetitions = stages.get(stages.size() - 1).repetitions();
                    references.addAll(PlugInError.guard(use.of(model, task), () -> of(task, model, repetitions)));
                } catch (PlugInError | OutOfMemoryError e) {
                    notes.accept(missing(task, model, e));
                }
            }
        }
        return references;
    }

    private static String missing(TaskChoice task, ModelChoice model, Throwable e) {
        String why = e instanceof PlugInError ? e.getMessage() : PlugIns.text(e);
        return "no reference in closed form for " + model.cell().name() + " on " + task.family() + " T=" + task.length()
                + ": " + why;
    }

    private List<Manifest.Reference> of(TaskChoice task, ModelChoice model, List<Integer> repetitions) {
        return repetitions.stream()
                .flatMap(repetition -> of(task, model, repetition).stream())
                .toList();
    }

    private Optional<Manifest.Reference> of(TaskChoice choice, ModelChoice model, int repetition) {
        if (bench.unsuited(model).isPresent()) {
            return Optional.empty();
        }
        SequenceTask task = bench.task(choice);
        Seed weights = Axes.weights(choice, model, plan.rules().seed(), repetition);
        Network network = bench.network(model, choice, weights);
        boolean leastSquares = task.description().loss() == LossKind.SQUARED_ERROR;
        if (RidgeReadOut.refuses(network).isPresent() || !leastSquares && isByLoss(task)) {
            return Optional.empty(); // a least-squares solution does not minimize a cross-entropy
        }
        int count = (int) Math.min(
                SEQUENCES,
                plan.rules().budget().updates() * plan.rules().budget().batch());
        Workspace workspace =
                network.newWorkspace(network.capacityFor(plan.rules().budget().batch()));
        long data = Axes.data(choice, plan.rules().seed(), repetition).value();
        Parameters theta = network.initialize(weights);
        RidgeReadOut readOut = new RidgeReadOut(network, task, workspace);
        readOut.take(theta, Split.TRAIN, data, 0, count);
        Evaluator evaluator = new Evaluator(network, task, workspace);
        double ridge = best(readOut, evaluator, theta, data, leastSquares);
        readOut.solve(ridge, theta);
        Evaluation test = evaluator.evaluate(
                theta, Split.TEST, data, 0, plan.rules().evaluation().testSequences());
        return Optional.of(new Manifest.Reference(
                Manifest.Reference.RIDGE,
                choice,
                model,
                repetition,
                count,
                ridge,
                leastSquares ? finite(test.loss()) : null,
                finite(test.measure())));
    }

    private static boolean isByLoss(SequenceTask task) {
        return !(task.description().standing() instanceof Standing.Solvable solvable)
                || solvable.measure() instanceof Measure.Loss;
    }

    private double best(RidgeReadOut readOut, Evaluator evaluator, Parameters theta, long data, boolean byLoss) {
        double best = RIDGES.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (double ridge : RIDGES) {
            readOut.solve(ridge, theta);
            Evaluation evaluation = evaluator.evaluate(
                    theta, Split.VALIDATION, data, 0, plan.rules().evaluation().validationSequences());
            double score = byLoss ? evaluation.loss() : evaluation.measure();
            if (score < least) {
                least = score;
                best = ridge;
            }
        }
        return best;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
