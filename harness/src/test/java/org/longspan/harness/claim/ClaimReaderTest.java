package org.longspan.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.record.claim.Axis;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Expectation.Word;
import org.longspan.harness.record.claim.Quantity.OfRun;
import org.longspan.harness.refusal.UserError;

/** A claim is read into what it says, and each error in it gives one sentence with its line and place. */
class ClaimReaderTest {

    private static final String PLAN = """
            tier: {settings: 1, blocks: 12}
            models:
              - {cell: plain, hidden: 8}
              - {cell: gated, hidden: 8, initialization: sparse}
              - {cell: gated, hidden: 16}
            tasks:
              - {family: recall, lengths: [3, 5, 9]}
              - {family: recall, variant: negated, lengths: [3]}
            optimizers: [descent, heavy]
            clippings: [none, by-norm, by-value]
            budget: {updates: 500}
            """;

    private static final String GOOD = """
            id: value-like-norm
            says: Element-wise clipping and clipping by norm work similarly.
            source: The book, section 10.11.1
            plan: two.yaml
            compare: {clipping: by-value, with: {clipping: by-norm}, over: [optimizer, problem]}
            endpoint: score
            expect: equivalent
            margin: 0.05
            """;

    private static Claim read(String text) {
        PlanReader plans = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());
        return new ClaimReader(name -> plan(plans, name)).read("claims/my.yaml", text);
    }

    private static Plan plan(PlanReader plans, String name) {
        if (!name.endsWith(".yaml")) {
            throw new UserError("no plan " + name + "; known: two.yaml");
        }
        return plans.read(name, PLAN);
    }

    private static Claim with(String compare, String endpoint, String expect) {
        return read(GOOD.replaceFirst("compare: .*", "compare: " + compare)
                .replaceFirst("endpoint: .*", "endpoint: " + endpoint)
                .replaceFirst("expect: [^\\n]*\\nmargin: .*", "expect: " + expect));
    }

    private static Part only(Claim claim) {
        assertThat(claim.parts()).hasSize(1);
        return claim.parts().get(0);
    }

    @Test
    void aClaimReadsLikeItsSentence() {
        Claim claim = read(GOOD);

        assertThat(claim.id()).isEqualTo("value-like-norm");
        assertThat(claim.plans()).containsExactly("two.yaml");
        Part part = only(claim);
        assertThat(part.endpoint()).isEqualTo(OfRun.SCORE);
        assertThat(part.expect()).isEqualTo(new Expectation(Word.EQUIVALENT, -0.05, 0.05));
        Comparison.Sides sides = (Comparison.Sides) part.compare();
        assertThat(sides.compared()).containsExactly(Axis.CLIPPING);
        assertThat(sides.of().names()).isEqualTo(Map.of(Axis.CLIPPING, List.of("by-value")));
        assertThat(sides.with().names()).isEqualTo(Map.of(Axis.CLIPPING, List.of("by-norm")));
    }

    @Test
    void aSideMayNameAModelWithItsOptimizer() {
        Part part = only(with(
                "{model: plain, optimizer: descent, with: {model: {cell: gated, hidden: 16}, optimizer: heavy}, "
                        + "on: {clipping: none}, over: [task, length]}",
                "solved",
                "{above: 0}"));

        Comparison.Sides sides = (Comparison.Sides) part.compare();
        assertThat(sides.compared()).containsExactlyInAnyOrder(Axis.MODEL, Axis.OPTIMIZER);
        assertThat(sides.of().fixed()).containsExactly(Axis.MODEL, Axis.OPTIMIZER, Axis.CLIPPING);
        assertThat(part.expect()).isEqualTo(new Expectation(Word.ABOVE, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aSideMayTakeTheBestOptimizer() {
        Part part = only(with(
                "{model: plain, optimizer: descent, with: {model: {hidden: 16}, optimizer: best}, "
                        + "on: {clipping: none}, over: [task, length]}",
                "score",
                "better"));

        assertThat(part.compare()).isInstanceOf(Comparison.Best.class);
        assertThat(part.expect()).isEqualTo(new Expectation(Word.BETTER, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aNumberIsHeldAgainstABoundAtALength() {
        Part part = only(with(
                "{model: plain, task: recall/negated, length: 3, optimizer: [descent, heavy], clipping: none}",
                "solved",
                "{below: 0.2}"));

        assertThat(part.compare()).isInstanceOf(Comparison.Bound.class);
        assertThat(part.compare().of().names().get(Axis.TASK)).containsExactly("recall/negated");
        assertThat(part.compare().of().names().get(Axis.LENGTH)).containsExactly("3");
    }

    @Test
    void aCourseRunsOverLengths() {
        Part part = only(with(
                "{lengths: per-doubling, model: plain, task: recall/first, optimizer: heavy, clipping: none}",
                "score",
                "{below: 0}"));

        assertThat(part.compare()).isInstanceOf(Comparison.Lengths.class);
    }

    @Test
    void partsTakeWhatTheClaimSaysForAll() {
        Claim claim = read("""
                id: two-parts
                says: Two things hold.
                source: The book
                note: The second is no part of the sentence.
                checked: The units were compared with another program.
                plan: two.yaml
                endpoint: score
                parts:
                  - says: one
                    compare: {clipping: by-value, with: {clipping: by-norm}, over: [optimizer, problem]}
                    expect: at-least
                    margin: 0.05
                  - says: another
                    plan: other.yaml
                    compare: {over: [clipping, problem, optimizer]}
                    endpoint: solved
                    expect: {within: [0.2, 0.4]}
                    aside: true
                """);

        assertThat(claim.deciding()).extracting(Part::says).containsExactly("one");
        assertThat(claim.parts()).extracting(Part::endpoint).containsExactly(OfRun.SCORE, OfRun.SOLVED);
        assertThat(claim.plans()).containsExactly("two.yaml", "other.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            margin: 0.05 | margin: 0 | line 8, margin: 0 is given, expected a margin over 0 and at most 1
            margin: 0.05 | margin: 1.5 | line 8, margin: 1.5 is given, expected a margin over 0 and at most 1
            margin: 0.05 | margin: "0.05" | line 8, margin: '0.05' is a text: write it without quotes
            margin: 0.05 | note: none | line 7, expect: the key margin is missing beside equivalent
            endpoint: score | endpoint: skore | line 6, endpoint: unknown endpoint skore; did you mean score?
            endpoint: score | endpoint: 3 | line 6, endpoint: 3 is a number: write it in quotes; expected score, solved
            endpoint: score | endpoint: signal.slope at end | unknown probe signal; known: clip-bias
            endpoint: score | endpoint: lyapunov.exponents at end | unknown number of lyapunov exponents; did you mean exponent?
            endpoint: score | endpoint: lyapunov.matrices.radius at 0 | unknown column of lyapunov.matrices radius; known: layer
            endpoint: score | endpoint: most of lyapunov.exponent at 0 | unknown word before of most; known: median
            plan: two.yaml | plan: three | line 4, plan: no plan three; known: two.yaml
            plan: two.yaml | plan: 3 | line 4, plan: 3 is a number: write it in quotes; expected the path or name of a plan
            expect: equivalent | expect: equal | unknown expectation equal; known: equivalent
            expect: equivalent | expect: {over: 1} | unknown key over; known: above, below, within
            expect: equivalent | expect: {above: 1} | line 8, margin: a margin beside a bound, expected none
            expect: equivalent | expect: always | line 8, margin: a margin beside always
            clipping: by-value | clipping: by-vale | line 5, compare.clipping: unknown clipping by-vale of plan two; did you mean by-value?
            {clipping: by-norm} | {clipping: by-value} | a run is on both sides, expected sides that differ
            {clipping: by-norm} | {optimizer: heavy} | line 5, compare.with: the sides name clipping and optimizer, expected the same
            over: [optimizer, problem] | over: [problem] | these runs of plan two differ in optimizer (2: descent, heavy), expected one of them, or over: [optimizer]
            over: [optimizer, problem] | over: [optimiser, problem] | unknown axis optimiser; did you mean optimizer?
            over: [optimizer, problem] | on: {clipping: none} | clipping is given here and on a side, expected it once
            over: [optimizer, problem] | to: lyapunov.exponent at 0 | with and to are given, expected one of them
            id: value-like-norm | id: value like norm | line 1, id: value like norm is given, expected at most 60 letters
            source: The book, section 10.11.1 | sauce: The book | unknown key sauce; known: id, says, source
            """)
    void badClaimsGetOneSentence(String from, String to, String sentence) {
        String text = GOOD.replace(from, to);
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("claims/my.yaml, line ")
                .hasMessageContaining(sentence);
    }

    @Test
    void allErrorsAreToldAtOnce() {
        String text =
                GOOD.replace("score", "skore").replace("by-norm", "by-nrom").replace("id:", "ide:");

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        UserError.class,
                        e -> assertThat(e.sentences())
                                .hasSize(4)
                                .anySatisfy(sentence -> assertThat(sentence).contains("the key id is missing"))
                                .anySatisfy(
                                        sentence -> assertThat(sentence).contains("unknown key ide; did you mean id?"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("unknown clipping by-nrom"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("unknown endpoint skore")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {model: plain, optimizer: heavy, clipping: none, over: [task, length]} | score | better | better is given, but nothing is compared with
            {model: plain, optimizer: heavy, clipping: none, over: [task, length]} | score | always | always is given, expected compare: {share: ...} with it
            {clipping: by-norm, with: {clipping: none}, over: [optimizer, problem]} | cost | better | of cost more is not better
            {model: gated, optimizer: heavy, clipping: none, over: [task, length]} | score | {above: 0} | these runs of plan two differ in model (2: gated)
            {model: {cell: gated, hidden: 9}, optimizer: heavy, clipping: none} | score | {above: 0} | no model of plan two is all of this
            {length: 4, over: [task, model, optimizer, clipping]} | score | {above: 0} | 4 is given, expected a length of plan two: 3, 5, 9
            {length: 5, task: recall/negated, over: [model, optimizer, clipping]} | score | {above: 0} | no run of plan two is all of this
            {lengths: per-doubling, task: recall/negated, over: [model, optimizer, clipping]} | score | {below: 0} | has 1 lengths of these runs, expected at least 3
            {share: {above: 2, below: 1}, over: [problem, optimizer, clipping]} | score | {below: 0} | expected bounds such as {above: 0.02}
            {over: [problem, optimizer, clipping]} | score | {within: [2, 1]} | from 2.0 to 1.0 is given, expected two numbers
            """)
    void whatCannotBeSaidIsRefused(String compare, String endpoint, String expect, String sentence) {
        assertThatThrownBy(() -> with(compare, endpoint, expect))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void anEmptyFileIsNoClaim() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UserError.class)
                .hasMessage("claims/my.yaml is empty, expected a claim");
    }
}
