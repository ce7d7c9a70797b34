package org.longspan.suite.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.RunOptions;
import org.longspan.harness.estimate.StoredCell;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.harness.store.StoredLines;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.reports.claim.Answered;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.claim.PlanRun;
import org.longspan.reports.claim.PlanRuns;
import org.longspan.reports.json.JsonReport;
import org.longspan.reports.summary.ArrangedRun;
import org.longspan.reports.summary.HeldResults;
import org.longspan.suite.text.Wording;

/** The claims of a command, the runs of their plans, and what these say. */
final class ClaimRuns implements PlanRuns {

    private static final String FOLDER = "claims";

    private final RunSettings settings;
    private final RunOptions options;
    private final TaskCatalogue tasks;
    private final MethodCatalogue methods;
    private final List<Claim> claims;
    private final Map<String, Plan> plans = new LinkedHashMap<>(); // by the name that claims give them
    private final Map<String, Optional<PlanRun>> read = new LinkedHashMap<>();

    private ClaimRuns(Session session, RunSettings settings, List<String> words) {
        this.settings = settings;
        this.tasks = session.tasks();
        this.methods = session.methods();
        this.options = settings.options(session.home());
        if (!options.only().isBlank()) {
            throw new UserError(
                    "--only " + options.only() + " is given, expected none: a claim is asked of all runs of its plan");
        }
        Map<Path, Plan> byFile = new LinkedHashMap<>();
        ClaimFiles files = new ClaimFiles(
                session.home(), file -> byFile.computeIfAbsent(file, none -> settings.read(file, tasks, methods)));
        this.claims = files.find(words);
        for (Claim claim : claims) {
            claim.plans()
                    .forEach(name ->
                            plans.put(name, byFile.get(files.filesOfPlans().get(name))));
        }
    }

    /**
     * Returns the claims that {@code words} name.
     *
     * @throws UserError if one is not there or has errors
     */
    static ClaimRuns of(Session session, RunSettings settings, List<String> words) {
        return new ClaimRuns(session, settings, words);
    }

    List<Claim> claims() {
        return claims;
    }

    /** Returns the plans, in the order of the claims, each once. */
    List<Plan> plans() {
        return plans.values().stream().distinct().toList();
    }

    BenchmarkRun run(Plan plan) {
        return new BenchmarkRun(plan, tasks, methods, folder(plan), options);
    }

    /** Returns the folder of all claims. */
    Path folder() {
        return settings.runs().resolve(FOLDER);
    }

    Path folder(Plan plan) {
        return folder().resolve(plan.name());
    }

    /** Returns what the runs say that are there; a plan of which a trial is missing has not run. */
    List<Answered> answers() {
        List<Answered> answers = new ArrayList<>();
        claims.forEach(claim -> answers.add(Answered.of(claim, this)));
        return answers;
    }

    @Override
    public Optional<PlanRun> run(String name) {
        return read.computeIfAbsent(name, none -> read(plans.get(name)));
    }

    private Optional<PlanRun> read(Plan plan) {
        if (left(plan) > 0) {
            return Optional.empty();
        }
        StoredLines run = StoredLines.of(folder(plan));
        return Optional.of(new PlanRun(
                ArrangedRun.of(run.manifest(), HeldResults.of(run::forEach)).in(folder(plan)), run.looks()::of));
    }

    @Override
    public String lack(String name) {
        BenchmarkRun run = run(plans.get(name));
        int left = left(plans.get(name));
        return run.stored().isEmpty()
                ? "plan " + name + " has not run"
                : Wording.count(left) + " of " + Wording.count(run.counts().trials(), "trial") + " of plan " + name
                        + " are missing or of other code";
    }

    private int left(Plan plan) {
        BenchmarkRun run = run(plan);
        return run.stored()
                .map(cells -> cells.stream().mapToInt(StoredCell::left).sum())
                .orElse(run.counts().trials());
    }

    /** Forgets what was read of the runs. */
    void changed() {
        read.clear();
    }

    /**
     * Writes the page and the document, and returns their paths.
     *
     * @throws UserError if they cannot be written
     */
    List<Path> write(List<Answered> answers) {
        String name = FOLDER + settings.seed().map(seed -> "-seed-" + seed).orElse("");
        Path json = folder().resolve(name + ".json");
        Path html = folder().resolve(name + ".html");
        try {
            Files.createDirectories(folder());
            ClaimsDocument document = document(answers);
            FolderFile.replace(json, bytes(JsonReport.text(document)));
            FolderFile.replace(html, bytes(ClaimsPage.html(document)));
        } catch (IOException e) {
            throw unwritten(e);
        } catch (UncheckedIOException e) {
            throw unwritten(e.getCause());
        }
        return List.of(json.toAbsolutePath().normalize(), html.toAbsolutePath().normalize());
    }

    /** Returns these answers as a document. */
    ClaimsDocument document(List<Answered> answers) {
        return ClaimsDocument.of(answers, this);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private UserError unwritten(IOException e) {
        return new UserError("the answers in " + folder() + " cannot be written: " + FileFailures.of(e), e);
    }
}
