package org.longspan.harness.shard;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.longspan.harness.grid.GridCell;
import org.longspan.harness.record.ArmBlock;
import org.longspan.harness.record.json.BlockJson;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;

/**
 * One of the parts of a grid: the blocks whose hash it is. Whole blocks, because what runs next in a block depends on
 * its finished trials and on no others. A block's shard depends on its name and on the number of shards alone, so it
 * stays where it is when the plan gets more blocks, arms or problems, another budget or another root seed.
 *
 * @param number of the shard, from 1
 * @param of number of shards
 */
public record Shard(int number, int of) {

    /** More shards than a cluster takes in one array of jobs. */
    public static final int MOST = 9999;

    /** The folder of all shards, inside that of the plan's run. */
    public static final String FOLDER = "shards";

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,9})/(-?[0-9]{1,9})");

    public Shard {
        requireCount(of);
        if (number < 1 || number > of) {
            throw new UserError("--shard " + number + "/" + of + ": there is no shard " + number + " of " + of
                    + ", expected one from 1 to " + of);
        }
    }

    private static void requireCount(int count) {
        if (count < 1 || count > MOST) {
            throw new UserError(count + " shards are given, expected a whole number from 1 to " + MOST);
        }
    }

    /**
     * Returns all shards.
     *
     * @param count number of them
     * @throws UserError if there cannot be so many
     */
    public static List<Shard> all(int count) {
        requireCount(count);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Shard(number, count))
                .toList();
    }

    /**
     * Returns the shard that a text such as {@code 3/16} names.
     *
     * @throws UserError if it names none
     */
    public static Shard parse(String text) {
        Matcher words = TEXT.matcher(text);
        if (!words.matches()) {
            throw new UserError("--shard " + Shown.value(text)
                    + " is given, expected the number of a shard and how many there are, such as 3/16");
        }
        return new Shard(Integer.parseInt(words.group(1)), Integer.parseInt(words.group(2)));
    }

    /** Returns those of {@code cells} that are in this shard, in their order. */
    public List<GridCell> partOf(List<GridCell> cells) {
        return cells.stream().filter(this::has).toList();
    }

    /** Returns whether a cell is in this shard. */
    public boolean has(GridCell cell) {
        long hash = Hashing.sha256()
                .hashString(BlockJson.canonical(name(cell)), StandardCharsets.UTF_8)
                .asLong();
        return Long.remainderUnsigned(hash, of) == number - 1;
    }

    private static ArmBlock name(GridCell cell) {
        return new ArmBlock(
                cell.task(),
                cell.model(),
                cell.arm().optimizer(),
                cell.arm().clipping(),
                cell.arm().schedule(),
                cell.arm().policy(),
                cell.block());
    }

    /**
     * Returns the folder of this shard, such as {@code runs/quick/shards/03-of-16}.
     *
     * @param run folder of the plan's run
     */
    public Path folder(Path run) {
        int digits = Integer.toString(of).length();
        return run.resolve(FOLDER).resolve(String.format(Locale.ROOT, "%0" + digits + "d-of-%d", number, of));
    }

    /** Returns the text that names this shard, such as {@code 3/16}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
