package org.longspan.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.harness.plan.PlanReaderTest.GOOD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.harness.record.PlanHead;
import org.longspan.harness.record.PlanHead.Author;

/** How a plan says how its run is to be cited. */
class PlanHeadTest {

    private static final String TIER = "tier: smoke";

    private final PlanReader reader = new PlanReader(FakeMethods.catalogue(), FakeTasks.catalogue());

    static List<Bad> badHeads() {
        return List.of(
                new Bad(TIER, "titel: A", "line 1, titel: unknown key titel; did you mean title?", true),
                new Bad(
                        TIER,
                        "title: 2048",
                        "title: 2048 is a number: write it in quotes; expected a line of 1 to",
                        true),
                new Bad(
                        TIER,
                        "title: ' '",
                        "title: an empty text is given, expected a line of 1 to 300 characters",
                        true),
                new Bad(TIER, "title: [A]", "title: a list of 1 is given, expected a line of 1 to 300", true),
                new Bad(TIER, "title: \"a\\\\nb\"", "title: a\\u000ab is given, expected a line of 1 to 300", false),
                new Bad(
                        TIER,
                        "title: " + "a".repeat(301),
                        "aaa... (301 characters) is given, expected a line of 1",
                        true),
                new Bad(TIER, "authors: Ada", "authors: Ada is given, expected a list of at least one element", true),
                new Bad(TIER, "authors: []", "authors: an empty list is given, expected a list of at least one", true),
                new Bad(TIER, "authors: [7]", "authors[0]: 7 is a number: write it in quotes; expected a line", true),
                new Bad(TIER, "authors: [{affiliation: B}]", "authors[0]: the key name is missing", true),
                new Bad(
                        TIER,
                        "authors: [{name: A, afiliation: B}]",
                        "authors[0].afiliation: unknown key afiliation; did you mean affiliation?",
                        true),
                new Bad(
                        TIER,
                        "authors: [A, {name: B, affiliation: ''}]",
                        "authors[1].affiliation: an empty text is given, expected a line of 1 to 300 characters",
                        true),
                new Bad(
                        TIER,
                        "doi: https://doi.org/10.5281/zenodo.1",
                        "doi: https://doi.org/10.5281/zenodo.1 is given, expected a DOI alone, such as"
                                + " 10.5281/zenodo.1234567",
                        true),
                new Bad(TIER, "doi: 10.5281", "doi: 10.5281 is a number: write it in quotes; expected a DOI", true),
                new Bad(TIER, "doi: 10.5281/a}b", "doi: 10.5281/a}b is given, expected a DOI alone", true));
    }

    @ParameterizedTest
    @MethodSource("badHeads")
    void aBadHeadIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        bad.assertRefused();
    }

    @Test
    void aHeadIsReadAndSurvivesAnotherSeed() {
        String text = """
                title: >
                  How far back a network learns,
                  and what decides it
                authors:
                  - Ada Lovelace
                  - {name: "Babbage, Charles", affiliation: "Analytical Society, Cambridge"}
                doi: 10.5281/zenodo.1234567
                """ + GOOD;
        PlanHead head = new PlanHead(
                "How far back a network learns, and what decides it",
                List.of(
                        new Author("Ada Lovelace", ""),
                        new Author("Babbage, Charles", "Analytical Society, Cambridge")),
                "10.5281/zenodo.1234567");
        Plan plan = reader.read("small.yaml", text);
        assertThat(plan.head()).isEqualTo(head);
        assertThat(plan.withSeed(3).head()).isEqualTo(head);
        assertThat(PlanSchema.accepts(text)).isTrue();
    }

    @Test
    void aPlanWithoutAHeadHasNone() {
        assertThat(reader.read("small.yaml", GOOD).head()).isEqualTo(PlanHead.NONE);
    }

    @Test
    void onlyWhatATrialMayDependOnIsAChange() {
        assertThat(PlanChange.between(GOOD, "title: A\n# comment\n" + GOOD)).isFalse();
        assertThat(PlanChange.between("title: A\n" + GOOD, "title: B\n" + GOOD)).isFalse();
        assertThat(PlanChange.between(GOOD, GOOD.replace("momentum: 0.9", "momentum: 0.8")))
                .isTrue();
        assertThat(PlanChange.between(GOOD, "seed: 1\n" + GOOD)).isTrue();
        assertThat(PlanChange.between("a: [", GOOD)).isTrue();
    }
}
