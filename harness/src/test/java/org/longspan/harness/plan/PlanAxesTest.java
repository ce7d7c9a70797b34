package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.optim.NonFinitePolicy;
import org.longspan.optim.nonfinite.NonFinitePolicies;

/** Schedules and policies for gradients that are not finite are one or several, all with complete settings. */
class PlanAxesTest {

    private static final Choice CONSTANT = new Choice("constant", Settings.NONE);

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    @Test
    void aScheduleIsANameOrANameWithSettings() {
        assertThat(schedules("constant")).containsExactly(CONSTANT);
        assertThat(schedules("decay")).containsExactly(decay(1e-8));
        assertThat(schedules("{name: decay, epsilon: 0.5}")).containsExactly(decay(0.5));
    }

    /** The first is the one that others are compared with. */
    @Test
    void severalSchedulesKeepTheirOrder() {
        assertThat(schedules("[decay, constant]")).containsExactly(decay(1e-8), CONSTANT);
        assertThat(schedules("[{name: decay, epsilon: 2}, constant]")).containsExactly(decay(2), CONSTANT);
        assertThat(schedules("all")).containsExactly(CONSTANT, decay(1e-8));
        assertThat(schedules("[decay, all]")).containsExactly(decay(1e-8), CONSTANT);
    }

    private static Choice decay(double epsilon) {
        return new Choice("decay", new Settings(Map.of("epsilon", epsilon)));
    }

    private List<Choice> schedules(String text) {
        return factors("schedules: " + text).schedules();
    }

    @Test
    void aPolicyIsANameOrANameWithSettings() {
        assertThat(policies("shrink-recurrent")).containsExactly(new Choice("shrink-recurrent", Settings.NONE));
        assertThat(policies("random-step")).containsExactly(randomStep(1));
        assertThat(policies("{name: random-step, length: 0.5}")).containsExactly(randomStep(0.5));
        assertThat(policies("[skip, {name: random-step, length: 0.5}]"))
                .containsExactly(new Choice("skip", Settings.NONE), randomStep(0.5));
    }

    private static Choice randomStep(double length) {
        return new Choice("random-step", new Settings(Map.of("length", length)));
    }

    @Test
    void everyPolicyHasItsName() {
        assertThat(policies("all"))
                .extracting(Choice::name)
                .isEqualTo(NonFinitePolicies.all().stream().map(Entry::name).toList());
        for (Entry<NonFinitePolicy> policy : NonFinitePolicies.all()) {
            assertThat(policies(policy.name())).extracting(Choice::name).containsExactly(policy.name());
        }
    }

    private List<Choice> policies(String text) {
        return factors("divergence: {non-finite-gradient: " + text + ", in-a-row: 4}")
                .policies();
    }

    private Factors factors(String line) {
        String plan = GOOD + line + "\n";
        assertThat(PlanSchema.errors(plan)).isEmpty();
        return reader.read("small.yaml", plan).factors();
    }
}
