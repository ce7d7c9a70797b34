package org.longspan.testkit;

/** What can be wrong with a task, and the fact of {@link TaskContract} that finds it. */
enum Flaw {
    UNREGISTERED("serviceLoaderFindsIt"),
    WITHOUT_SUMMARY("itSaysWhatItIs"),
    SILENT_ON_VARIANTS("anUnknownVariantIsRefusedNamingTheKnownOnes"),
    ACCEPTS_TOO_SHORT("oneStepLessThanTheShortestLengthIsRefused"),
    WITHOUT_YEAR("theDescriptionIsComplete"),
    WRONG_LENGTH("theDescriptionNamesWhatWasAskedFor"),
    CHANCE_TOO_HIGH("chanceIsTheLossOfTheBestBlindPredictor"),
    CHANCE_TOO_LOW("chanceIsTheLossOfTheBestBlindPredictor"),
    TRIVIAL("theBestBlindPredictorDoesNotSolveIt"),
    UNSOLVABLE("anOracleSolvesIt"),
    WITHOUT_ORACLE("anOracleSolvesIt"),
    ORACLE_READS_TARGETS("anOracleSolvesIt"),
    WRONG_MEAN_TARGET("theMeanTargetIsTheMeanOfTheTargets"),
    DEPENDS_ON_THE_BATCH("aSequenceIsTheSameWhateverElseStandsInTheBatch"),
    SEED_ZERO_MEANS_ONE("everySeedIsASeedAndSoIsZero"),
    SEED_OF_32_BITS("everySeedIsASeedAndSoIsZero"),
    SPLITS_ARE_ONE("theSplitsDiffer"),
    CONFIRMATION_IS_VALIDATION("theSplitsDiffer"),
    NUMBERS_OF_32_BITS("sequencesGoOnBeyondTheIntegers"),
    INSTANCES_DIFFER("twoInstancesAgree"),
    SHARED_STATE("oneInstanceServesManyThreads"),
    ALLOCATES("fillAllocatesNothing"),
    INFINITE_INPUT("inputsAreFiniteAndNotAllZero"),
    NEVER_READ_OUT("everySequenceIsReadOutSomewhereWithInformation"),
    TARGET_NOT_A_NUMBER("targetsAreInRange");

    final String fact;

    Flaw(String fact) {
        this.fact = fact;
    }
}
