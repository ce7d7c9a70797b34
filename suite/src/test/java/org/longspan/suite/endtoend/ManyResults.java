package org.longspan.suite.endtoend;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.CurvePoint;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialResult;
import org.longspan.harness.record.json.RecordJson;

/** Makes a folder of many results out of one result of a small run: tuning runs of other learning rates. */
final class ManyResults {

    private ManyResults() {}

    /** Makes a folder by hand: {@code ManyResults RUN FOLDER COUNT POINTS}. */
    public static void main(String[] words) throws IOException {
        write(Path.of(words[0]), Path.of(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }

    /**
     * Writes {@code count} results, each with a curve of {@code points} looks, into {@code folder}.
     *
     * @param run folder of a run, whose manifest and first tuned result are taken
     */
    static void write(Path run, Path folder, int count, int points) throws IOException {
        StoredResult any = Files.readAllLines(run.resolve("results.jsonl")).stream()
                .map(line -> RecordJson.readLine(line.replaceAll(",\"check\":\"[0-9a-f]{8}\"}", "}")))
                .filter(result -> result.trial().replicate().phase() == Replicate.Phase.TUNING)
                .findFirst()
                .orElseThrow();
        Files.createDirectories(folder);
        Files.copy(run.resolve("run.json"), folder.resolve("run.json"));
        try (Writer results = Files.newBufferedWriter(folder.resolve("results.jsonl"))) {
            for (int i = 0; i < count; i++) {
                results.write(RecordJson.line(altered(any, i, points)) + "\n");
            }
        }
    }

    private static StoredResult altered(StoredResult any, int number, int points) {
        Trial trial = any.trial();
        Choice optimizer = new Choice(
                trial.optimizer().name(), trial.optimizer().settings().with("learning-rate", 1e-3 / (number + 1)));
        Trial other = new Trial(
                trial.task(),
                trial.model(),
                optimizer,
                trial.schedule(),
                trial.clipping(),
                trial.nonFiniteGradient(),
                trial.budget(),
                trial.evaluation(),
                trial.divergence(),
                trial.seed(),
                trial.replicate());
        List<CurvePoint> curve = new ArrayList<>();
        CurvePoint last = any.result().curve().get(any.result().curve().size() - 1);
        for (int point = 0; point < points; point++) {
            curve.add(new CurvePoint(
                    point, 4L * point, 1.0 / (number + point + 1), 1.0 / (number + point + 2), last.steps()));
        }
        TrialResult result = any.result();
        TrialResult longer = new TrialResult(
                result.outcome(),
                result.attempts(),
                result.chance(),
                curve,
                result.costs(),
                result.thresholdUnits(),
                result.parameters(),
                result.weights(),
                result.steps());
        return new StoredResult(RecordJson.id(other), other, any.code(), longer, any.circumstances());
    }
}
