package org.longspan.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.longspan.harness.key.Axes;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plugin.PlugInError;
import org.longspan.harness.plugin.PlugIns;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.ProblemChoice;
import org.longspan.harness.record.Replicate.Phase;
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
 * data and initial weights of its own in each block. Like chance, the result is a baseline for comparison. The ridge is the
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
     * Returns a reference for each task, each model that trains only its read-out, and each block of the control. It leaves out a reference for which a plug-in fails or the memory does not suffice.
     *
     * @param use the plug-ins that may fail
     * @param notes receives a sentence for each task and model without its references
     */
    public List<Manifest.Reference> all(PlugInUse use, Consumer<String> notes) {
        List<Manifest.Reference> references = new ArrayList<>();
        for (ProblemChoice problem : plan.factors().problems()) {
            TaskChoice task = problem.task();
            ModelChoice model = problem.model();
            try {
                references.addAll(PlugInError.guard(use.of(model, task), () -> of(task, model)));
            } catch (PlugInError | OutOfMemoryError e) {
                notes.accept(missing(task, model, e));
            }
        }
        return references;
    }

    private static String missing(TaskChoice task, ModelChoice model, Throwable e) {
        String why = e instanceof PlugInError ? e.getMessage() : PlugIns.text(e);
        return "no reference in closed form for " + model.cell().name() + " on " + task.family() + " T=" + task.length()
                + ": " + why;
    }

    private List<Manifest.Reference> of(TaskChoice task, ModelChoice model) {
        return IntStream.range(0, plan.tier().controlBlocks())
                .boxed()
                .flatMap(block -> of(task, model, block).stream())
                .toList();
    }

    private Optional<Manifest.Reference> of(TaskChoice choice, ModelChoice model, int block) {
        if (bench.unsuited(model).isPresent()) {
            return Optional.empty();
        }
        SequenceTask task = bench.task(choice);
        long seed = Axes.block(plan.rules().seed(), choice, model, Manifest.Reference.RIDGE, block);
        Seed weights = Axes.weights(choice, model, seed, Phase.EVALUATION);
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
        long data = Axes.data(choice, seed, Phase.EVALUATION).value();
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
                block,
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
