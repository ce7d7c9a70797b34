package org.longspan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.longspan.numerics.random.RandomStream;

/** A gzip file is taken whole or not at all. */
class PackedFileTest {

    private static final String FIRST = "It was the best of times, it was the worst of times.\n";
    private static final String SECOND = "Call me Ishmael.\n";
    private static final byte[] NAMED = GzipFile.header(0x08, "book.txt\0");
    private static final int SECOND_BEGIN = new GzipFile().member(NAMED, FIRST).bytes().length;

    @TempDir
    private Path folder;

    @Test
    void membersStandOneAfterTheOther() {
        assertThat(text(twoMembers())).isEqualTo(FIRST + SECOND);
        assertThat(text(new GzipFile()
                        .member(GzipFile.PLAIN, "")
                        .member(GzipFile.PLAIN, FIRST)
                        .member(GzipFile.PLAIN, "")
                        .bytes()))
                .isEqualTo(FIRST);
    }

    @Test
    void zerosAfterTheLastMemberArePadding() {
        assertThat(text(new GzipFile().and(twoMembers()).and(new byte[513]).bytes()))
                .isEqualTo(FIRST + SECOND);
    }

    @Test
    void aHeaderMayHoldExtraBytesANameACommentAndItsChecksum() {
        byte[] full = GzipFile.header(0x1e, "\3\0a\0bn\0c\0");
        assertThat(text(new GzipFile().member(GzipFile.checked(full), FIRST).bytes()))
                .isEqualTo(FIRST);
    }

    @Test
    void aLaterMemberThatIsCutIsNamedWithItsPlace() {
        for (int left = 1; left < twoMembers().length - SECOND_BEGIN; left++) {
            refused(Arrays.copyOf(twoMembers(), SECOND_BEGIN + left))
                    .hasMessage("file " + folder.resolve("book.txt.gz") + " begins as gzip does and cannot be unpacked,"
                            + " expected a whole gzip file: member 2, which begins at byte " + SECOND_BEGIN
                            + ", ends too early");
        }
    }

    @Test
    void whatFollowsTheLastMemberAndIsNoZeroIsRefused() {
        refused(new GzipFile().and(twoMembers()).and((byte) 'x').bytes())
                .hasMessageContaining("member 3, which begins at byte " + twoMembers().length + ", does not begin");
        refused(new GzipFile().and(twoMembers()).and((byte) 0, (byte) 'x').bytes())
                .hasMessageContaining("member 3");
        refused(new GzipFile()
                        .and(twoMembers())
                        .and((byte) 0)
                        .member(GzipFile.PLAIN, SECOND)
                        .bytes())
                .hasMessageContaining("member 3");
    }

    @Test
    void aHeaderThatMeansNothingIsRefused() {
        refused(second((byte) 0x1f, (byte) 0x9e, (byte) 8)).hasMessageContaining("does not begin as one does");
        refused(second((byte) 0x1f, (byte) 0x8b, (byte) 7)).hasMessageContaining("by the unknown method 7");
        for (int flag : new int[] {0x20, 0x40, 0x80}) {
            refused(new GzipFile().member(GzipFile.header(flag, ""), FIRST).bytes())
                    .hasMessageContaining("has flags that mean nothing");
        }
        byte[] wrong = GzipFile.checked(GzipFile.header(0x02, ""));
        wrong[11]++;
        refused(new GzipFile().member(wrong, FIRST).bytes())
                .hasMessageContaining("has a header that does not match its checksum");
        refused(new GzipFile().and(GzipFile.header(0x04, "\u00ff\u00ff")).bytes())
                .hasMessageContaining("ends too early");
        refused(new GzipFile().and(GzipFile.header(0x08, "n")).bytes()).hasMessageContaining("ends too early");
    }

    @Test
    void bytesThatDoNotMatchTheTrailerAreRefused() {
        refused(changed(twoMembers().length - 8)).hasMessageContaining("member 2, ", "does not match its checksum");
        refused(changed(twoMembers().length - 1)).hasMessageContaining("has another length than it says");
        refused(changed(SECOND_BEGIN - 8)).hasMessageContaining("member 1, ", "does not match its checksum");
    }

    @Test
    void aNameThatPromisesGzipIsHeldToIt() {
        refused(FIRST.getBytes(StandardCharsets.UTF_8))
                .hasMessage("file " + folder.resolve("book.txt.gz")
                        + " does not begin as gzip does, expected a gzip file under a name that ends in .gz");
        refused(new byte[0]).hasMessageContaining("does not begin as gzip does");
        refused(new byte[] {0x1f}).hasMessageContaining("does not begin as gzip does");
    }

    @Test
    void aFileThatUnpacksToMoreThanAnArrayHoldsIsRefused() throws DataFormatException {
        int size = (FIRST + SECOND).length();
        assertThat(Gzip.unpack(twoMembers(), size)).hasSize(size);
        assertThatThrownBy(() -> Gzip.unpack(twoMembers(), size - 1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("more than " + (size - 1) + " unpacked bytes");
    }

    @Test
    void gzipItselfTakesTheSameFiles() throws IOException, InterruptedException {
        assumeTrue(isGnuGzip(), "there is no GNU gzip on the path");
        for (byte[] file : files()) {
            Path place = write(file);
            boolean takes = exitCode("gzip", "-t", place.toString()) == 0;
            assertThat(taken(place)).as(Arrays.toString(file)).isEqualTo(takes);
        }
    }

    /** Every cut, one change of every byte, and what may follow the last member. */
    private static List<byte[]> files() {
        RandomStream stream = new RandomStream(13);
        byte[] whole = twoMembers();
        List<byte[]> files = new ArrayList<>(List.of(whole, second(GzipFile.checked(GzipFile.header(0x02, "")))));
        for (int i = 0; i < whole.length; i++) {
            files.add(Arrays.copyOf(whole, i));
            files.add(changed(i, 1 << stream.nextInt(8)));
        }
        for (byte after : new byte[] {0, 1, 0x1f}) {
            files.add(new GzipFile().and(whole).and(after).bytes());
            files.add(new GzipFile().and(whole).and((byte) 0, after).bytes());
        }
        return files;
    }

    private static byte[] twoMembers() {
        return new GzipFile()
                .member(NAMED, FIRST)
                .member(GzipFile.PLAIN, SECOND)
                .bytes();
    }

    private static byte[] second(byte... header) {
        return new GzipFile().member(NAMED, FIRST).member(header, SECOND).bytes();
    }

    private static byte[] changed(int at) {
        return changed(at, 1);
    }

    private static byte[] changed(int at, int bits) {
        byte[] bytes = twoMembers();
        bytes[at] ^= (byte) bits;
        return bytes;
    }

    private String text(byte[] packed) {
        return new String(DataFile.read("file", write(packed).toString()).bytes(), StandardCharsets.UTF_8);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] bytes) {
        Path file = write(bytes);
        return assertThatThrownBy(() -> DataFile.read("file", file.toString())).isInstanceOf(DataFile.Unusable.class);
    }

    private static boolean taken(Path file) {
        try {
            DataFile.read("file", file.toString());
            return true;
        } catch (DataFile.Unusable e) {
            return false;
        }
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("book.txt.gz"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Others do not say when something follows the last member; before 1.10, a header's checksum was a flag for parts. */
    private static boolean isGnuGzip() throws InterruptedException {
        try {
            Process gzip = new ProcessBuilder("gzip", "--version").start();
            String version = new String(gzip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return gzip.waitFor() == 0 && version.startsWith("gzip 1.1");
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
