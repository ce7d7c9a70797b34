package org.longspan.optim.secondorder;

import org.longspan.numerics.Parameters;
import org.longspan.numerics.oracle.Curvature;
import org.longspan.numerics.oracle.GradientSeams;
import org.longspan.optim.Memory;
import org.longspan.optim.Run;
import org.longspan.optim.StepReport;
import org.longspan.optim.schedule.Constant;

/** A step at some θ whose gradient is known and that has not moved yet. */
final class Place {

    final Parameters theta;
    final Memory memory;
    final StepReport report = new StepReport();
    final Descent descent;

    Place(MatrixOracle oracle, float... theta) {
        this.theta = Run.vector(theta);
        this.memory = new Memory(this.theta.layout());
        this.descent = new Descent(memory);
        descent.begin(oracle, this.theta, memory, Run.step(new Constant(), 1000), report);
        descent.gradient(oracle, GradientSeams.NONE);
        descent.clipped.copyFrom(descent.gradient);
    }

    /** The model of the step, undamped, from x = 0. */
    QuadraticModel model(MatrixOracle oracle) {
        QuadraticModel model = new QuadraticModel(memory);
        model.begin(descent, oracle, new LevenbergMarquardt(0, 0, Curvature.Divergence.MATCHING).matrix(0), 0);
        model.b.copyFrom(descent.clipped);
        model.b.scale(-1);
        return model;
    }
}
