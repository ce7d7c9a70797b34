package org.longspan.harness.plan;

import org.longspan.harness.record.Choice;
import org.longspan.harness.record.Rules;
import org.longspan.harness.task.FilePlaces;

/**
 * A plan: every optimizer crossed with every clipping, on every model, task and length. All names are known and all
 * values are valid.
 *
 * @param name of the run's folder
 * @param text the plan file, as it was read
 * @param tier how much tuning an arm is given
 * @param factors that are crossed
 * @param schedule of the learning rate, with complete settings
 * @param rules that every trial obeys
 * @param files the paths of the files that tasks read; no trial depends on them
 */
public record Plan(
        String name, String text, Tier tier, Factors factors, Choice schedule, Rules rules, FilePlaces files) {}
