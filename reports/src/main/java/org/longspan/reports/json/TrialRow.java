package org.longspan.reports.json;

import java.util.List;
import java.util.Map;

/** One stored trial. */
public record TrialRow(
        String id,
        String phase,
        int block,
        String optimizer,
        Map<String, Object> optimizerSettings,
        String clipping,
        Map<String, Object> clippingSettings,
        String schedule,
        String policy,
        String model,
        String task,
        int length,
        String outcome,
        String cause,
        String reason,
        int attempts,
        double score,
        Long endedAtUpdate,
        long updates,
        long sequenceForwards,
        Long sequenceForwardsToSolve,
        long evaluationSequenceForwards,
        long unitSequenceForwards,
        long multiplyAdds,
        Double chance,
        Double finalValidationLoss,
        Double finalMeasure,
        Double testMeasure,
        List<Double> thresholdUnits,
        int parameters,
        double seconds,
        String replay) {}
