package org.longspan.harness.fake;

import java.util.List;
import java.util.Map;
import org.longspan.harness.task.TaskCatalogue;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.DataFile;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.TaskShape;
import org.longspan.task.Variant;

/** A family without a criterion: recall at the last step which byte of a file came first. */
public final class FileTasks implements TaskProvider {

    /** Returns a catalogue with this family and {@link FakeTasks}. */
    public static TaskCatalogue catalogue() {
        return TaskCatalogue.of(List.of(new FileTasks(), new FakeTasks()));
    }

    @Override
    public String name() {
        return "bytes";
    }

    @Override
    public String summary() {
        return "Say at the end which byte of a file stood at the beginning.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(new Variant("any", "The first input is the target.", "A. Nobody (1900).", 2));
    }

    @Override
    public List<Setting> settings() {
        return List.of(new Setting.File("source", "of the bytes"), Setting.Number.positive("height", "of 255", 1));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        Variant known = variant(variant, length);
        DataFile file = DataFile.read("source", settings.word("source"));
        if (file.bytes().length == 0) {
            throw file.wrong("is empty, expected a byte");
        }
        double height = settings.number("height");
        TaskDescription description = TaskDescription.ofNumbers(
                        name(),
                        known,
                        length,
                        new TaskShape(length, 1, 1),
                        new Standing.Open(height * height / 12, "variance of even bytes"),
                        0)
                .withFiles(Map.of("source", file.content()));
        return new Bytes(description, file.bytes(), height / 255);
    }

    private record Bytes(TaskDescription description, byte[] bytes, double scale) implements SequenceTask {
        @Override
        public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
            float value = (float) (scale * (bytes[stream.nextInt(bytes.length)] & 0xff));
            batch.input(0, b, 0, value);
            batch.target(description.steps() - 1, b, 0, value);
        }
    }
}
