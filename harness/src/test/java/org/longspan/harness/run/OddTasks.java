package org.longspan.harness.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.longspan.harness.fake.FakeTasks;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The recall of {@link FakeTasks}, with some targets that no network says, and a count of the sequences written. */
public final class OddTasks implements TaskProvider {

    private final FakeTasks recall = new FakeTasks();
    private final Odd odd;
    private final Map<Split, AtomicLong> written = new TreeMap<>();

    /**
     * The sequences with another target.
     *
     * @param split of them
     * @param from first of them
     * @param to the one after the last
     * @param target of them
     */
    public record Odd(Split split, long from, long to, float target) {}

    public OddTasks(Odd odd) {
        this.odd = odd;
        for (Split split : Split.values()) {
            written.put(split, new AtomicLong());
        }
    }

    /** Returns the number of sequences of that split that were written. */
    public long written(Split split) {
        return written.get(split).get();
    }

    @Override
    public String name() {
        return recall.name();
    }

    @Override
    public String summary() {
        return recall.summary();
    }

    @Override
    public List<Variant> variants() {
        return recall.variants();
    }

    @Override
    public List<Setting> settings() {
        return recall.settings();
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        SequenceTask plain = recall.create(variant, length, settings);
        return new SequenceTask() {
            @Override
            public TaskDescription description() {
                return plain.description();
            }

            @Override
            public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
                written.get(split).incrementAndGet();
                plain.write(split, n, b, batch, stream);
                if (split == odd.split() && n >= odd.from() && n < odd.to()) {
                    batch.target(length - 1, b, 0, odd.target());
                }
            }
        };
    }
}
