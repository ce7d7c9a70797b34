package org.longspan.suite.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.longspan.suite.endtoend.BadInputTest.assertRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan on the user's own images, with and without test files of their own. */
class ImageFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aTestOfItsOwnIsRunAndReplayed() throws IOException {
        String files = files("train", 40) + ", test-images: '" + folder.resolve("test.idx3") + "'";
        files("test", 20);
        assertRefused(run(files), "images.yaml, line 3", "the setting test-labels is missing");

        Spoken run = run(files + ", test-labels: '" + folder.resolve("test.idx1") + "'");

        assertThat(run.code()).as(run.err()).isZero();
        String line = line();
        assertThat(line)
                .containsPattern("\"files\":\\{\"images\":\"sha256 [^{}]*\"test-images\":\"sha256 [^{}]*"
                        + "\"test-labels\":\"sha256 ");
        assertThat(replay(line).out()).contains("every bit agrees");
        Files.move(folder.resolve("test.idx1"), folder.resolve("moved.idx1"));
        assertRefused(replay(line), "test.idx1 is not there");
    }

    @Test
    void aTrialWithoutOneSaysNothingOfIt() throws IOException {
        Spoken run = run(files("train", 40));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(line()).doesNotContain("test-images", "test-labels");
        assertThat(replay(line()).out()).contains("every bit agrees");
    }

    /** Writes images of 4 x 4 pixels in three classes, and returns the keys that name them. */
    private String files(String name, int items) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + 16 * items);
        images.putInt(0x803).putInt(items).putInt(4).putInt(4);
        ByteBuffer labels = ByteBuffer.allocate(8 + items);
        labels.putInt(0x801).putInt(items);
        for (int i = 0; i < items; i++) {
            labels.put((byte) (i % 3));
            for (int pixel = 0; pixel < 16; pixel++) {
                images.put((byte) (17 * i + pixel));
            }
        }
        Path imageFile = Files.write(folder.resolve(name + ".idx3"), images.array());
        Path labelFile = Files.write(folder.resolve(name + ".idx1"), labels.array());
        return "images: '" + imageFile + "', labels: '" + labelFile + "'";
    }

    private Spoken run(String files) throws IOException {
        Path plan = Files.writeString(folder.resolve("images.yaml"), """
                tier: {settings: 1, blocks: 1}
                models: [{cell: gru, hidden: 4}]
                tasks: [{family: images, %s, lengths: [4]}]
                optimizers: [adam]
                clippings: [none]
                budget: {updates: 20}
                evaluation: {validation: 10}
                """.formatted(files));
        return Spoken.by("run", plan, "--runs", folder);
    }

    private String line() throws IOException {
        return Files.readAllLines(folder.resolve("images/results.jsonl")).get(0);
    }

    private Spoken replay(String line) {
        String id = line.replaceFirst(".*?\"id\":\"([0-9a-f]{16})\".*", "$1");
        return Spoken.by("replay", folder.resolve("images"), id);
    }
}
