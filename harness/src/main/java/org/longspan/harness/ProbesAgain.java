package org.longspan.harness;

import java.util.List;
import java.util.Optional;
import org.longspan.harness.method.MethodCatalogue;
import org.longspan.harness.plan.PlanReader;
import org.longspan.harness.probe.ProbingRunner;
import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Manifest;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.ProbeFinding;
import org.longspan.harness.record.ProbeLook;
import org.longspan.harness.record.json.LookJson;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.run.TrialRunner;
import org.longspan.harness.run.Workbench;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.probes.Probes;

/**
 * The stored looks at a trial and the probes that look again.
 *
 * @param stored those that can be compared
 * @param choices the probes to ask
 * @param clippings of the plan, which some probes compare
 * @param note one sentence if a probe cannot be asked again; else empty
 */
record ProbesAgain(List<ProbeLook> stored, List<ProbeChoice> choices, List<Choice> clippings, String note) {

    /** Finds what to ask: the probes of the plan that found something; what broke off is passed over. */
    static ProbesAgain of(List<ProbeLook> looks, Manifest manifest, TaskCatalogue tasks, MethodCatalogue methods) {
        List<ProbeLook> stored = looks.stream()
                .filter(look -> !(look.finding() instanceof ProbeFinding.Failed))
                .toList();
        List<ProbeChoice> choices = manifest.tuning().instruments().probes().stream()
                .filter(choice -> stored.stream().anyMatch(look -> look.probe().equals(choice.name())))
                .toList();
        if (choices.stream().noneMatch(choice -> Probes.comparesClippings(choice.name()))) {
            return new ProbesAgain(stored, choices, List.of(), "");
        }
        try {
            String text = manifest.provenance().planText();
            List<Choice> clippings = new PlanReader(methods, tasks)
                    .read("run.json", text)
                    .factors()
                    .clippings();
            return new ProbesAgain(stored, choices, clippings, "");
        } catch (UserError e) {
            return new ProbesAgain(
                    stored.stream()
                            .filter(look -> !Probes.comparesClippings(look.probe()))
                            .toList(),
                    choices.stream()
                            .filter(choice -> !Probes.comparesClippings(choice.name()))
                            .toList(),
                    List.of(),
                    "what its probe of clippings found is not compared, because the plan of the run cannot be read"
                            + " again: " + e.sentences().get(0));
        }
    }

    /** Returns what runs the trial and asks the probes. */
    TrialRunner runner(Workbench bench) {
        return new ProbingRunner(bench, choices, clippings);
    }

    /** Returns the first difference with its place and both values; empty if every bit agrees. */
    String difference(List<ProbeLook> again) {
        for (ProbeLook look : stored) {
            Optional<ProbeLook> now = again.stream()
                    .filter(other ->
                            other.probe().equals(look.probe()) && other.moment().equals(look.moment()))
                    .findFirst();
            Optional<String> difference = now.isEmpty()
                    ? Optional.of("there is no such look now")
                    : LookJson.firstDifference(look, now.get());
            if (difference.isPresent()) {
                return look.probe() + " at " + look.moment() + ": " + difference.get();
            }
        }
        return "";
    }
}
