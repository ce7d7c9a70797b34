package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.regex.Pattern;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.refusal.UserError;

/**
 * An error in a plan.
 *
 * @param from text of the good plan
 * @param to text in its place
 * @param message part of the expected message
 * @param schemaTells whether the schema detects the error
 */
record Bad(String from, String to, String message, boolean schemaTells) {

    /** Asserts that the reader refuses the plan in one sentence, and that the schema does what is said of it. */
    void assertRefused() {
        String text = GOOD.replaceFirst(Pattern.quote(from), to);
        assertThat(text).isNotEqualTo(GOOD);
        PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());
        assertThatThrownBy(() -> reader.read("plans/bad.yaml", text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("plans/bad.yaml, line ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
        assertThat(PlanSchema.accepts(text)).isEqualTo(!schemaTells);
    }

    @Override
    public String toString() {
        return to.strip();
    }
}
