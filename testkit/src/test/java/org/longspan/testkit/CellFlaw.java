package org.longspan.testkit;

/** What can be wrong with a cell, and the fact of {@link CellContract} that finds it. */
enum CellFlaw {
    WITHOUT_YEAR("itSaysWhatItIs"),
    RUN_OF_NOTHING("itHasTheShapeAskedFor"),
    LOOKS_AHEAD("outputsDoNotDependOnLaterInputs"),
    MISSES_THE_FIRST_INPUT("everyOutputStepDependsOnTheFirstInput"),
    HALF_A_TANGENT("tangentAndBackwardAreAdjoint"),
    INVENTS_AN_INPUT_TANGENT("noInputTangentIsAZeroInputTangent"),
    GRADIENT_OF_TWICE_THE_LOSS("backwardIsTheSlopeOfForward"),
    OVERWRITES_THE_GRADIENT("accumulateAdds"),
    MIXES_SEQUENCES("batchMatesDoNotInfluenceASequence"),
    SQUARES_THE_WEIGHTS("gradientIsTheWeightedSumOfTheSequencesGradients"),
    WEIGHS_IN_ANOTHER_ORDER("weightsOfOneChangeNoBit"),
    REMEMBERS_THE_LAST_RUN("passesOfTheSameRunGiveTheSameBitsAgain"),
    DEPENDS_ON_THE_KERNELS("theFastestKernelsGiveTheBitsOfThePlainOnes"),
    HIDES_WHAT_IT_GIVES("itSupportsTheHessianExactlyWhereItGivesTheTangentOfBackward"),
    KEEPS_ANOTHER_TANGENT("theTangentThatIsKeptHasTheBitsOfTheOneThatIsNot"),
    HALF_A_PRODUCT("tangentOfBackwardIsItsSlope"),
    LOPSIDED_PRODUCT("secondDerivativesAreSymmetric"),
    HOLDS_COTANGENTS_FIXED("tangentOfBackwardInItsCotangentsIsBackward"),
    OVERWRITES_THE_PRODUCT("accumulateTangentAdds"),
    SPOILS_THE_SIGNALS("directionsOneAfterTheOtherDisturbNeitherSignalsNorEachOther"),
    PRODUCT_DEPENDS_ON_THE_KERNELS("theFastestKernelsGiveTheSecondDerivativesOfThePlainOnes"),
    LEAVES_DENORMAL_TANGENTS("nothingUnderTheFloorIsLeftOfTheTangentsOfSignals"),
    PRODUCT_ALLOCATES("secondOrderPassesAllocateNothing"),
    TRANSFORMS_TWICE("aTransformSeesEveryRowOfItsSiteOnceAndTheIdentityChangesNoBit"),
    IGNORES_THE_TRANSFORM("aZeroedSignalReachesNoWeightAndNoInputFromHiddenAndPreactivation"),
    ACCEPTS_ANY_SITE("aSiteThatItDoesNotHaveIsRefused"),
    LEAVES_DENORMALS("nothingUnderTheFloorIsLeftWhetherSignalsVanishOrNot"),
    ALLOCATES("passesAllocateNothing");

    final String fact;

    CellFlaw(String fact) {
        this.fact = fact;
    }
}
