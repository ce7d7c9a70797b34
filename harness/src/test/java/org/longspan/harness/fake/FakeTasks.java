package org.longspan.harness.fake;

import java.util.List;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.Measure;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/** A family with one task: recall the first number, or its negative, at the last step. */
public final class FakeTasks implements TaskProvider {

    /** Returns a catalogue with this family only. */
    public static TaskCatalogue catalogue() {
        return TaskCatalogue.of(List.of(new FakeTasks()));
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public String summary() {
        return "Say at the end what stood at the beginning.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                new Variant("first", "The first input is the target.", "A. Nobody (1900).", 2),
                new Variant("negated", "Its negative is.", "A. Nobody (1900).", 2));
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.Number.positive("height", "greatest input", 1));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        float sign = known.name().equals("first") ? 1 : -1;
        double height = settings.number("height");
        Standing standing = new Standing.Solvable(height * height / 3, "height² / 3", new Measure.Loss(), 0.01);
        TaskDescription description =
                TaskDescription.ofNumbers(name(), known, length, new TaskShape(length, 1, 1), standing, 0);
        return new SequenceTask() {
            @Override
            public TaskDescription description() {
                return description;
            }

            @Override
            public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                float value = (float) stream.uniform(-height, height);
                batch.input(0, b, 0, value);
                batch.target(length - 1, b, 0, sign * value);
            }
        };
    }
}
