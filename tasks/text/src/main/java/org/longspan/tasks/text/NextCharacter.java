package org.longspan.tasks.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.longspan.numerics.random.RandomStream;
import org.longspan.task.BatchBuffer;
import org.longspan.task.DataFile;
import org.longspan.task.Frequencies;
import org.longspan.task.Parts;
import org.longspan.task.SequenceTask;
import org.longspan.task.Split;
import org.longspan.task.Standing;
import org.longspan.task.TaskDescription;
import org.longspan.task.TaskShape;
import org.longspan.task.Untaught;
import org.longspan.task.Variant;

/**
 * The next character of a text, at every step of a window.
 *
 * <pre>
 *   c(0) .. c(N-1) the file,  its parts those of {@link Parts}
 *   s ~ U{all places of the part where T + 1 characters fit}
 *   x(t) = one-hot c(s+t),  y(t) = c(s+t+1),  t = 0 .. T-1
 * </pre>
 *
 * <p>Chance is the entropy of single characters over the training part, -Σ p(c) ln p(c) in nats: the loss there of a
 * predictor that knows only how often each occurs. Divided by ln 2 it is in bits a character. A character that the
 * training part lacks counts 0, so on the other parts that predictor would do worse.
 *
 * <p>Source: Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", ICML 2013, whose
 * natural problems include the characters of the Penn Treebank. There, as in most work on text, the hidden state is
 * carried from one window to the next; here every window begins at the initial state, so that a sequence is a pure
 * function of its number, and losses are a little higher than the published ones.
 */
final class NextCharacter implements SequenceTask {

    static final String CITATION =
            "Pascanu, Mikolov, Bengio (2013). On the difficulty of training recurrent neural networks. ICML.";

    static final Variant VARIANT = new Variant(
            "next-character",
            "Windows of T characters, one-hot, from random places of the file; the target at every step is the next"
                    + " character. The first 90 % of the file are for training, 2.5 % for validation, 2.5 % for"
                    + " confirmation, the last 5 % for the test. The alphabet is every character of the file, by code"
                    + " point. Chance is the entropy of the training part's characters. No solved criterion.",
            CITATION,
            1);

    private final TaskDescription description;
    private final EncodedText text;
    private final Parts parts;
    private final List<String> warnings;

    /**
     * Creates the task of one length.
     *
     * @throws IllegalArgumentException if the file is too short, or has nothing to predict
     */
    NextCharacter(int length, EncodedText text, DataFile file) {
        requireRoom(length, text.size(), file);
        this.text = text;
        this.parts = new Parts(text.size());
        int symbols = text.alphabet().size();
        this.description = TaskDescription.ofClasses(
                        TextProvider.NAME, VARIANT, length, new TaskShape(length, symbols, symbols), standing(file))
                .withFiles(Map.of(TextProvider.FILE, file.content()));
        this.warnings = untaught(file).stream().toList();
    }

    private static void requireRoom(int length, int characters, DataFile file) {
        if (characters == 0) {
            throw file.wrong("is empty, expected a text");
        }
        long expected = Parts.SHARE * (length + 1L);
        if (characters < expected) {
            throw file.unsuited("has " + characters + " characters, too few for length " + length
                    + ", expected at least " + expected
                    + ": a fortieth is for validation and must hold a window and the character after it");
        }
    }

    private Standing standing(DataFile file) {
        Frequencies frequencies = new Frequencies(text.alphabet().size());
        for (int i = 0; i < parts.size(Split.TRAIN); i++) {
            frequencies.add(text.symbol(i));
        }
        double nats = frequencies.entropy();
        if (!(nats > 0)) {
            throw file.wrong("has one and the same character in its first 90 %, expected at least two different ones");
        }
        double bits = nats / StrictMath.log(2);
        String meaning =
                String.format(Locale.ROOT, "entropy of the training part's characters, %.4f bits a character", bits);
        return new Standing.Open(nats, meaning);
    }

    private Optional<String> untaught(DataFile file) {
        Untaught untaught = new Untaught(text.alphabet().size());
        for (Split split : Split.values()) {
            for (int i = parts.first(split); i < parts.first(split) + parts.size(split); i++) {
                untaught.add(split, text.symbol(i));
            }
        }
        return untaught.warning("characters of the file " + file.path().getFileName(), text.alphabet()::name);
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public void write(Split split, long n, int b, BatchBuffer batch, RandomStream stream) {
        int length = description.length();
        int start = parts.first(split) + stream.nextInt(parts.size(split) - length);
        int symbol = text.symbol(start);
        for (int t = 0; t < length; t++) {
            batch.input(t, b, symbol, 1f);
            symbol = text.symbol(start + t + 1);
            batch.target(t, b, symbol);
        }
    }
}
