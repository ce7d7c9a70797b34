package org.longspan.microbench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.longspan.model.TaskObjective;
import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.numerics.oracle.Objective;
import org.longspan.numerics.oracle.Oracle;
import org.longspan.numerics.oracle.Purpose;

/** An oracle over fresh sequences that can record every call to its objectives for replay. */
final class RecordingOracle implements Oracle {

    private final IntFunction<TaskObjective> objectives;
    private final int batch;
    private final Map<Purpose, Recorded> byPurpose = new EnumMap<>(Purpose.class);
    private List<Runnable> questions; // null while not recording

    /**
     * Creates an oracle that does not record yet.
     *
     * @param objectives makes an objective for at most the given number of sequences
     */
    RecordingOracle(IntFunction<TaskObjective> objectives, int batch) {
        this.objectives = objectives;
        this.batch = batch;
    }

    /** Records all calls from now on. */
    void record() {
        questions = new ArrayList<>();
    }

    /** Returns the calls since {@link #record}, and stops recording. */
    List<Runnable> taken() {
        List<Runnable> taken = questions;
        questions = null;
        return taken;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public Objective objective(Purpose purpose, int from, int count) {
        Recorded recorded = byPurpose.computeIfAbsent(purpose, p -> new Recorded(objectives.apply(count)));
        ask(() -> recorded.objective.bind(from, count));
        return recorded;
    }

    @Override
    public long sequenceForwards() {
        return 0;
    }

    private void ask(Runnable question) {
        question.run();
        if (questions != null) {
            questions.add(question);
        }
    }

    /** Delegates every call. While recording, it keeps each call with a copy of the vectors that the call reads. */
    private final class Recorded implements Objective {

        private final TaskObjective objective;
        private double answer;

        Recorded(TaskObjective objective) {
            this.objective = objective;
        }

        private Parameters kept(Parameters vector) {
            return questions == null ? vector : vector.copy();
        }

        @Override
        public int sequences() {
            return objective.sequences();
        }

        @Override
        public double loss(Parameters theta) {
            Parameters at = kept(theta);
            ask(() -> answer = objective.loss(at));
            return answer;
        }

        @Override
        public double penalty(Parameters theta) {
            return objective.penalty(theta); // costs nothing
        }

        @Override
        public double gradient(Parameters theta, GradientSeams seams, Parameters gradient) {
            Parameters at = kept(theta);
            ask(() -> answer = objective.gradient(at, seams, gradient));
            return answer;
        }

        @Override
        public void curvature(Parameters direction, Curvature curvature, Parameters product) {
            Parameters along = kept(direction);
            ask(() -> objective.curvature(along, curvature, product));
        }

        @Override
        public boolean supports(Curvature curvature) {
            return objective.supports(curvature);
        }

        @Override
        public void exampleNorms(Parameters theta, GradientSeams seams, double[] norms) {
            Parameters at = kept(theta);
            ask(() -> objective.exampleNorms(at, seams, norms));
        }

        @Override
        public double hiddenDivergence(Parameters theta, Parameters delta) {
            Parameters at = kept(theta);
            Parameters along = kept(delta);
            ask(() -> answer = objective.hiddenDivergence(at, along));
            return answer;
        }

        @Override
        public boolean keepsTape() {
            return objective.keepsTape();
        }
    }
}
