package org.longspan.harness.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.longspan.harness.fake.FakeMethods;
import org.longspan.harness.fake.Plans;
import org.longspan.harness.grid.Grid;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.refusal.UserError;

/** A shard is a part of a grid that the names of its blocks decide alone. */
class ShardTest {

    private static final String PLAN = """
        tier: {settings: 2, blocks: 2, control: 3}
        models: [{cell: plain, hidden: 8}, {cell: gated, hidden: 8}]
        tasks: [{family: recall, lengths: [3, 4]}]
        schedules: [constant, decay]
        budget: {updates: 40}
        """;

    private static List<GridCell> cells(String plan) {
        return Grid.of(
                        Plans.read(FakeMethods.withKin(), plan),
                        FakeMethods.withKin(),
                        (model, optimizer, clipping) -> Optional.empty())
                .cells();
    }

    @Test
    void everyCellIsInExactlyOneShardAndInTheGridsOrder() {
        List<GridCell> cells = cells(PLAN);
        for (int count : List.of(1, 2, 3, 7, 16)) {
            List<Shard> shards = Shard.all(count);
            assertThat(cells)
                    .allMatch(cell ->
                            shards.stream().filter(shard -> shard.has(cell)).count() == 1);
            shards.forEach(shard -> assertThat(cells).containsSubsequence(shard.partOf(cells)));
        }
    }

    /** By the hash of a text that is written out here, so that a shard's folder is resumed by later versions. */
    @Test
    void theHashOfABlocksNameDecides() {
        GridCell cell = cells(PLAN).get(5);
        String name = """
            {"task":{"family":"recall","variant":"first","length":3,"settings":{"height":1.0},"files":{}},\
            "model":{"cell":{"name":"plain","settings":{}},"hidden":8,"layers":1,\
            "initialization":{"name":"uniform","settings":{}},"regularizer":{"name":"none","settings":{}}},\
            "optimizer":"heavy","clipping":"none","schedule":{"name":"decay","settings":{"epsilon":1.0E-8}},\
            "policy":{"name":"fail","settings":{}},"block":0}\
            """;
        assertThat(cell.arm().optimizer() + " " + cell.arm().schedule().name()).isEqualTo("heavy decay");
        byte[] digest =
                Hashing.sha256().hashString(name, StandardCharsets.UTF_8).asBytes();
        long first = 0;
        for (int i = 7; i >= 0; i--) {
            first = first << 8 | digest[i] & 0xff; // the first eight bytes, the least significant one first
        }
        for (int count : List.of(1, 2, 3, 16, 1000)) {
            assertThat(new Shard((int) Long.remainderUnsigned(first, count) + 1, count).has(cell))
                    .isTrue();
        }
    }

    @Test
    void aBlockStaysInItsShardWhenThePlanGrowsOrItsSeedChanges() {
        List<GridCell> before = cells(PLAN);
        List<GridCell> after = cells(PLAN.replace("blocks: 2, control: 3", "blocks: 3, control: 3")
                        .replace("lengths: [3, 4]", "lengths: [2, 3, 4]")
                        .replace("updates: 40", "updates: 80")
                        .replace("settings: 2", "settings: 4")
                + "seed: 7\n");
        assertThat(before)
                .allSatisfy(cell -> assertThat(after.stream()
                                .filter(other -> other.isLike(cell)
                                        && other.block() == cell.block()
                                        && other.arm()
                                                .optimizer()
                                                .equals(cell.arm().optimizer())
                                        && other.arm()
                                                .clipping()
                                                .equals(cell.arm().clipping())
                                        && other.arm()
                                                .schedule()
                                                .equals(cell.arm().schedule())))
                        .allMatch(other ->
                                Shard.all(16).stream().allMatch(shard -> shard.has(cell) == shard.has(other))));
    }

    /** Elsewhere, digits have other signs. */
    @Test
    void theFolderIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(String.format("%d", 3)).isNotEqualTo("3");
            assertThat(new Shard(3, 16).folder(Path.of("quick"))).isEqualTo(Path.of("quick/shards/03-of-16"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aShardIsReadFromItsTextAndNamesItself() {
        assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
        assertThat(Shard.parse("03/16")).isEqualTo(new Shard(3, 16));
        for (String text : List.of("0/4", "5/4", "1/0", "x", "", "1/2/3", "1/-2", "1.0/2", "1/9999999999")) {
            assertThatThrownBy(() -> Shard.parse(text))
                    .as(text)
                    .isInstanceOf(UserError.class)
                    .hasMessageNotContaining("\n");
        }
    }
}
