package org.longspan.harness.plan;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error in what a plan crosses gives one sentence with the place, the value and the expectation. */
class BadFactorsTest {

    static List<Bad> badFactors() {
        return List.of(
                new Bad(
                        "hidden: 8}",
                        "hidden: 8, optimizers: [heavy, heavy]}",
                        "models[0].optimizers[1]: heavy is given twice, expected every optimizer once",
                        true),
                new Bad(
                        "hidden: 8}",
                        "hidden: 8, optimizers: [hevy]}",
                        "models[0].optimizers[0]: unknown optimizer hevy of this plan; did you mean heavy?",
                        false),
                new Bad(
                        "cell: plain",
                        "cell: plian",
                        "models[0].cell: unknown model plian; did you mean plain?",
                        false),
                new Bad(
                        "hidden: 8}\n",
                        "hiden: 8}\n",
                        "line 3, models[0].hiden: unknown key hiden; did you mean hidden?",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 0}\n",
                        "models[0].hidden: 0 is given, expected a whole number from 1",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: eight}\n",
                        "models[0].hidden: eight is given, expected a whole number",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 8.5}\n",
                        "models[0].hidden: 8.5 is given, expected a whole number",
                        true),
                new Bad("initialization: sparse", "initialization: sprase", "did you mean sparse?", false),
                new Bad(
                        "initialization: sparse",
                        "initialization: {name: sparse, least: 2}",
                        "line 4, models[1].initialization: sparse: least 2.0 is not below greatest 1.0, expected",
                        false),
                new Bad("bias: 2", "bais: 2", "models[1].cell.bais: unknown key bais; did you mean bias?", false),
                new Bad(
                        "bias: 2",
                        "bias: 20",
                        "models[1].cell.bias: 20 is given, expected a number from -9 to 9",
                        false),
                new Bad(
                        "family: recall, lengths",
                        "family: recal, lengths",
                        "tasks[0].family: unknown task recal; did you mean recall?",
                        false),
                new Bad(
                        "variant: negated",
                        "variant: negatd",
                        "unknown variant negatd of recall; did you mean negated?",
                        false),
                new Bad(
                        "[3, 5]",
                        "[1, 5]",
                        "line 6, tasks[0].lengths[0]: task recall, variant first: length 1 is too short",
                        false),
                new Bad(
                        "cell: plain, hidden: 8",
                        "cell: plain, hidden: 99999999999999999999",
                        "models[0].hidden: 99999999999999999999 is given, expected a whole number from 1 to 1000000",
                        true),
                new Bad(
                        "momentum: 0.9",
                        "momentum: 1e400",
                        "optimizers[1].momentum: 1e400 is given, expected a number between -1.8e308 and 1.8e308, or"
                                + " the word inf",
                        true),
                new Bad(
                        "hidden: 8}\n",
                        "hidden: 8, layers: 100000}\n",
                        "models[0].layers: 100000 is given, expected a whole number from 1 to 1000",
                        true),
                new Bad(
                        "[3, 5]",
                        "[3, 100000000]",
                        "tasks[0].lengths[1]: 100000000 is given, expected a whole number from 1 to 1000000",
                        true),
                new Bad("[3, 5]", "[-3, 5]", "tasks[0].lengths[0]: -3 is given, expected a whole number from 1", true),
                new Bad("[3, 5]", "[3, 3]", "tasks[0].lengths[1]: this task is given twice", true),
                new Bad(
                        "[3, 5]",
                        "[]",
                        "tasks[0].lengths: an empty list is given, expected a list of at least one",
                        true),
                new Bad("[3, 5]", "3", "tasks[0].lengths: 3 is given, expected a list", true),
                new Bad("height: 2", "hight: 2", "tasks[1].hight: unknown key hight; did you mean height?", false),
                new Bad(
                        "  - descent",
                        "  - desent",
                        "line 9, optimizers[0]: unknown optimizer desent; did you mean descent?",
                        false),
                new Bad(
                        "name: heavy",
                        "nam: heavy",
                        "optimizers[1]: a key name is missing, expected one of descent, heavy",
                        true),
                new Bad(
                        "momentum: 0.9",
                        "momentun: 0.9",
                        "optimizers[1].momentun: unknown key momentun; did you mean momentum?",
                        false),
                new Bad(
                        "momentum: 0.9",
                        "momentum: [1]",
                        "optimizers[1].momentum: a list of 1 is given, expected a number or a word",
                        true),
                new Bad(
                        "- {name: heavy, momentum: 0.9}",
                        "- descent",
                        "optimizers[1]: descent is given twice, expected every optimizer once",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: al",
                        "clippings: al is given, expected the word all, or a list",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [all, all]",
                        "clippings[1]: the word all is given twice, expected once",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [by-nrm]",
                        "clippings[0]: unknown clipping by-nrm; did you mean by-norm?",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: 0}]",
                        "clippings[0].threshold: 0 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: -1}]",
                        "threshold: -1 is given, expected a number greater than 0",
                        false),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, threshold: .nan}]",
                        "threshold: .nan is given, expected a number greater than 0",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [{name: by-norm, unit: relativ}]",
                        "unit is relativ, expected one of relative, absolute",
                        false),
                new Bad("family: recall, variant", "variant", "line 7, tasks[1]: the key family is missing", true),
                new Bad(
                        "clippings: all",
                        "clippings: {name: by-norm}",
                        "clippings: keys and values are given, expected the word all, or a list of clipping names: ",
                        true),
                new Bad(
                        "clippings: all",
                        "clippings: [7]",
                        "clippings[0]: 7 is given, expected the name of a clipping",
                        true));
    }

    @ParameterizedTest
    @MethodSource("badFactors")
    void aBadPlanIsRefusedInOneSentenceThatNamesThePlace(Bad bad) {
        bad.assertRefused();
    }
}
