package org.longspan.optim.descent;

import java.util.List;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.SearchRange;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.MomentumSchedule;
import org.longspan.optim.Optimizer;
import org.longspan.optim.schedule.ConstantMomentum;
import org.longspan.optim.schedule.MomentumSchedules;

/**
 * Classical momentum: v ← μv − ηg; θ ← θ + v.
 *
 * <p>Source: Polyak 1964, in the form of Sutskever, Martens, Dahl and Hinton 2013, equations 1 and 2 (their ε is
 * our η).
 *
 * <p>Not to be confused with torch's form v ← μv + g; θ ← θ − ηv ({@link MomentumTorch}): the two agree at a constant
 * learning rate only, since here an old gradient keeps the rate that it came with. Nor with an average (1 − μ)g,
 * whose steps are smaller by 1 − μ.
 */
public final class Momentum {

    static final String MOMENTUM = ConstantMomentum.MU.name();
    static final String VELOCITY = "momentum.velocity";

    private static final String SCHEDULE = "momentum-schedule";
    private static final String CONSTANT = ConstantMomentum.ENTRY.name();

    /**
     * The settings of momentum and Nesterov in both forms, equal so that their draws are paired. With μ the steady step
     * grows to η/(1 − μ), 2 to 1000 times η over the range of μ, so η lies lower than for plain descent. Along
     * curvature λ momentum is stable to η = 2(1 + μ)/λ only, less than 4/λ, so the top diverges here too: at μ = 0.9,
     * adding with 32 units and 20 steps, the tanh network from 0.1 on and the LSTM at 1.
     */
    static final List<Setting> SETTINGS = List.of(
            DescentStep.learningRate(0.01, 1e-4, 1),
            ConstantMomentum.MU.tuned(SearchRange.logComplement(0.5, 0.999)),
            new Setting.Word(
                            SCHEDULE,
                            "how the momentum changes over the updates; μ is its end or its bound",
                            CONSTANT,
                            MomentumSchedules.all().stream().map(Entry::name).toList())
                    .silent());

    /** This optimizer in the catalogue. */
    public static final Entry<Optimizer> ENTRY = new Entry<>(
            "momentum",
            "Classical momentum, the heavy ball.",
            "v ← μv − ηg; θ ← θ + v",
            "Polyak 1964, Some Methods of Speeding up the Convergence of Iteration Methods, USSR Computational"
                    + " Mathematics and Mathematical Physics 4(5); in the form of Sutskever, Martens, Dahl and Hinton"
                    + " 2013, On the Importance of Initialization and Momentum in Deep Learning, ICML",
            SETTINGS,
            List.of("sgd"),
            settings -> of(settings.number(DescentStep.LEARNING_RATE), schedule(settings)));

    private Momentum() {}

    /** Returns the method with learning rate η and momentum μ. */
    public static Optimizer of(double learningRate, double mu) {
        return of(learningRate, new ConstantMomentum((float) mu));
    }

    /** Returns the method with learning rate η and a momentum that changes. */
    public static Optimizer of(double learningRate, MomentumSchedule mu) {
        return FirstOrder.of(new DescentStep(learningRate), new Velocity(VELOCITY, mu));
    }

    /** Returns the schedule of μ that {@link #SETTINGS} say. */
    static MomentumSchedule schedule(Settings settings) {
        return MomentumSchedules.named(settings.word(SCHEDULE, CONSTANT))
                .create(Settings.NONE.with(MOMENTUM, settings.number(MOMENTUM)));
    }
}
