package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntaughtTest {

    private final Untaught classes = new Untaught(10);

    @Test
    void aClassThatTrainingHasNeedsNoWarning() {
        classes.add(Split.TRAIN, 3);
        classes.add(Split.VALIDATION, 3);
        classes.add(Split.TEST, 3);
        classes.add(Split.TRAIN, 4);
        assertThat(classes.warning("classes", Integer::toString)).isEmpty();
    }

    @Test
    void aClassThatOnlyOtherPartsHaveIsNamedAndCounted() {
        classes.add(Split.TRAIN, 0);
        classes.add(Split.TEST, 7);
        assertThat(classes.warning("classes", i -> "class " + i))
                .contains(
                        "1 of the classes is in validation, confirmation or test and not in training, so no network can"
                                + " learn it: class 7 (once)");
        classes.add(Split.VALIDATION, 7);
        classes.add(Split.CONFIRMATION, 2);
        assertThat(classes.warning("classes", i -> "class " + i))
                .contains("2 of the classes are in validation, confirmation or test and not in training, so no network"
                        + " can learn them: class 2 (once), class 7 (2 times)");
    }

    @Test
    void onlyAFewOfManyAreNamed() {
        for (int i = 0; i < 10; i++) {
            classes.add(Split.TEST, i);
        }
        assertThat(classes.warning("classes", Integer::toString).orElseThrow())
                .startsWith("10 of the classes are")
                .endsWith("0 (once), 1 (once), 2 (once), 3 (once), 4 (once) and 5 more");
    }
}
