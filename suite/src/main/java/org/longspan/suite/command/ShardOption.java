package org.longspan.suite.command;

import java.util.Optional;
import org.longspan.harness.BenchmarkRun;
import org.longspan.harness.shard.Shard;
import picocli.CommandLine.Option;

/** The option that takes a shard of a plan. */
final class ShardOption {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Take shard I of N: the blocks of cells whose hash it is, in a folder of its own such as "
                    + "runs/quick/shards/03-of-16. The command merge puts shards together.")
    private String text;

    /**
     * Returns the shard that was given; empty for the whole plan.
     *
     * @throws org.longspan.harness.refusal.UserError if there is no such shard
     */
    Optional<Shard> chosen() {
        return Optional.ofNullable(text).map(Shard::parse);
    }

    /** Returns the run of the shard that was given, or {@code whole}. */
    BenchmarkRun of(BenchmarkRun whole) {
        return chosen().map(whole::ofShard).orElse(whole);
    }

    /** Returns whether {@code run} is that of a shard that has nothing of the part to run. */
    boolean isEmpty(BenchmarkRun run) {
        return text != null && run.partCounts().trials() == 0;
    }
}
