package org.longspan.suite.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/** Every entry of a list has a description and a source. */
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.ofThisBuild();

    static Stream<Arguments> items() {
        return CATALOGUE.sections().stream()
                .flatMap(section ->
                        section.items().stream().map(item -> Arguments.of(section.name(), item.name(), item)));
    }

    static List<Section> sections() {
        return CATALOGUE.sections();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("items")
    void everyEntryHasAnEquationAndACitation(String list, String name, Item item) {
        assertThat(item.equation()).as("equation").isNotBlank();
        assertThat(item.citation()).as("citation").containsPattern("(19|20)\\d\\d|[Tt]he loss alone|[Nn]o");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("items")
    void everyEntryIsSummedUpInSentences(String list, String name, Item item) {
        assertThat(item.summary()).matches("(?s)\\p{Lu}.*\\.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("items")
    void everySettingSaysWhatItMeansAndItsDefaultIsValid(String list, String name, Item item) {
        assertThat(item.settings()).allSatisfy(setting -> {
            assertThat(setting.meaning()).isNotBlank();
            assertThat(setting.check(setting.defaultValue())).isEqualTo(setting.defaultValue());
        });
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aNameStandsOnceInAList(Section section) {
        List<String> names = section.items().stream().map(Item::name).toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSpecialCaseStandsInTheSameList(Section section) {
        List<String> names = section.items().stream().map(Item::name).toList();

        assertThat(section.items()).allSatisfy(item -> assertThat(names).containsAll(item.specialCases()));
    }

    @Test
    void theCommandListKnowsEveryList() {
        assertThat(Catalogue.NAMES)
                .containsExactlyElementsOf(new LinkedHashSet<>(
                        CATALOGUE.sections().stream().map(Section::name).toList()));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 120})
    void aListStaysWithinTheTerminal(int width) {
        for (Section section : CATALOGUE.sections()) {
            assertThat(new Sheet(Ansi.OFF, width).of(section).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }
}
