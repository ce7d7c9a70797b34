package org.longspan.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.key.Axes;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Circumstances;
import org.longspan.harness.record.Instruments;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.Manifest.MethodEntry;
import org.longspan.harness.record.Manifest.TaskEntry;
import org.longspan.harness.record.ModelChoice;
import org.longspan.harness.record.Replicate;
import org.longspan.harness.record.Replicate.Phase;
import org.longspan.harness.record.Rules;
import org.longspan.harness.record.StoredResult;
import org.longspan.harness.record.Trial;
import org.longspan.harness.record.TrialId;
import org.longspan.harness.record.TrialResult;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;

/** Makes up the records of a run, plausible and always the same: no network was trained for them. */
final class SyntheticRun {

    /** What the made-up trials come to. */
    enum Fate {
        PLAUSIBLE,
        NOTHING_SOLVED,
        EVERYTHING_DIVERGED,
        EVERYTHING_SKIPPED
    }

    /** Never run with hessian-free. */
    static final String SKIPPED = "signal-value";

    private final Fate fate;
    private final SyntheticPlan plan;
    private final Map<String, Object> replaced;

    private SyntheticRun(Fate fate, SyntheticPlan plan, Map<String, Object> replaced) {
        this.fate = fate;
        this.plan = plan;
        this.replaced = replaced;
    }

    /** 30 arms × 2 models × 2 tasks × 3 lengths × 2 blocks of 4 settings. */
    static SyntheticRun quick() {
        return of(Fate.PLAUSIBLE, 5, 6, "quick", 4, 2);
    }

    /** A run in which every arm tries {@code settings} settings in each of {@code blocks} blocks. */
    static SyntheticRun of(Fate fate, int optimizers, int clippings, String tier, int settings, int blocks) {
        Manifest.Tuning tuning =
                new Manifest.Tuning(tier, settings, "none", Instruments.NONE, blocks, blocks, Optional.empty());
        return new SyntheticRun(fate, new SyntheticPlan(optimizers, clippings, tuning), Map.of());
    }

    /** Returns the same run with {@code blocks} blocks of the control. */
    SyntheticRun control(int blocks) {
        Manifest.Tuning tuning = plan.tuning();
        Manifest.Tuning more = new Manifest.Tuning(
                tuning.tier(),
                tuning.settings(),
                tuning.control(),
                tuning.instruments(),
                blocks,
                tuning.blocks(),
                tuning.sample());
        return new SyntheticRun(fate, new SyntheticPlan(plan.optimizers(), plan.clippings(), more), replaced);
    }

    /** Returns a run whose manifest differs in the component of that name. */
    SyntheticRun with(String component, Object value) {
        Map<String, Object> more = new HashMap<>(replaced);
        more.put(component, value);
        return new SyntheticRun(fate, plan, more);
    }

    Manifest manifest() {
        return Altered.of(plan.manifest(), replaced);
    }

    List<StoredResult> results() {
        List<StoredResult> results = new ArrayList<>();
        Manifest manifest = manifest();
        for (TaskEntry task : manifest.design().tasks()) {
            for (ModelChoice model : manifest.design().models()) {
                for (MethodEntry optimizer : manifest.design().optimizers()) {
                    for (MethodEntry clipping : manifest.design().clippings()) {
                        cell(new Cell(task, model, optimizer.name(), clipping.name(), manifest.rules()), results);
                    }
                }
            }
        }
        return results;
    }

    /** Returns the manifest with one optimizer, of that name. */
    Manifest renamed(String optimizer) {
        return with("optimizers", List.of(SyntheticPlan.optimizer(optimizer))).manifest();
    }

    /** Returns the results with one optimizer, of that name. */
    List<StoredResult> resultsOf(String optimizer) {
        return results().stream()
                .map(r -> Altered.of(
                        r,
                        Map.of(
                                "optimizer",
                                new Choice(optimizer, r.trial().optimizer().settings()))))
                .toList();
    }

    private record Cell(TaskEntry task, ModelChoice model, String optimizer, String clipping, Rules rules) {}

    private void cell(Cell cell, List<StoredResult> results) {
        int place = SyntheticPlan.CLIPPINGS.indexOf(cell.clipping());
        Manifest.Tuning tuning = plan.tuning();
        for (int block = 0; block < tuning.controlBlocks(); block++) {
            boolean dealt = Math.floorMod(block - place, tuning.controlBlocks()) < tuning.blocks();
            boolean skipped = place > 0
                    && cell.optimizer().equals("hessian-free")
                    && cell.clipping().equals(SKIPPED);
            if ((place == 0 || dealt) && !(skipped && block > place % tuning.controlBlocks())) {
                block(cell, block, skipped, results);
            }
        }
    }

    private void block(Cell cell, int block, boolean skipped, List<StoredResult> results) {
        int tried = plan.tuning().settings();
        int settings = skipped ? 1 : tried;
        double best = 0.01;
        double nearest = Double.POSITIVE_INFINITY;
        for (int setting = 0; setting < settings; setting++) {
            double u = (setting + 0.5) / settings;
            double rate = Math.pow(10, -4 + 4.5 * u);
            if (Math.abs(Math.log(rate / 0.02)) < nearest) {
                nearest = Math.abs(Math.log(rate / 0.02));
                best = rate;
            }
            if (tried > 1) {
                results.add(stored(cell, rate, new Replicate(cell.optimizer(), block, Phase.TUNING), results.size()));
            }
        }
        if (!skipped || tried == 1) {
            results.add(stored(cell, best, new Replicate(cell.optimizer(), block, Phase.EVALUATION), results.size()));
        }
    }

    private StoredResult stored(Cell cell, double rate, Replicate replicate, int index) {
        RandomStream random = new RandomStream(index);
        boolean clips = !cell.clipping().equals("none");
        Settings clip = clips ? Settings.NONE.with("threshold", Math.pow(10, random.uniform(-2, 2))) : Settings.NONE;
        Trial trial = new Trial(
                cell.task().task(),
                cell.model(),
                new Choice(
                        cell.optimizer(),
                        Settings.NONE.with("learning-rate", rate).with("momentum", 0.9)),
                new Choice("constant", Settings.NONE),
                new Choice(cell.clipping(), clip),
                new Choice("fail", Settings.NONE),
                cell.rules().budget(),
                cell.rules().evaluation(),
                cell.rules().divergence(),
                Axes.block(SyntheticPlan.ROOT, cell.task().task(), cell.model(), replicate.kin(), replicate.block()),
                replicate);
        TrialResult result = new SyntheticResult(trial, cell.task(), fate, random).result();
        double seconds = 0.2 + 0.01 * cell.task().task().length();
        String started =
                Instant.parse("2026-01-01T00:00:00Z").plusMillis(index * 300L).toString();
        Circumstances circumstances = new Circumstances(
                seconds, started, "25.0.3 (Eclipse Adoptium)", "AMD EPYC 9B14, 2 cores", "vector-512", "Linux amd64");
        return new StoredResult(
                new TrialId(String.format("%016x", 0x9e3779b97f4a7c15L * (index + 1))),
                trial,
                "ef".repeat(32),
                result,
                circumstances);
    }
}
