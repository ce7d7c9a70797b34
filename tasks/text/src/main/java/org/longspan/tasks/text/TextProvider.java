package org.longspan.tasks.text;

import java.util.List;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;
import org.longspan.task.DataFile;
import org.longspan.task.SequenceTask;
import org.longspan.task.TaskProvider;
import org.longspan.task.Variant;

/** The next character of any UTF-8 file; {@code {family: text, file: book.txt, lengths: [50]}}. */
public final class TextProvider implements TaskProvider {

    static final String NAME = "text";

    static final String FILE = "file";
    private static final String SYMBOLS = "symbols";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Predicts, at every character of a text file, which one comes next.";
    }

    @Override
    public List<Variant> variants() {
        return List.of(NextCharacter.VARIANT);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting.File(FILE, "The text, in UTF-8; it may be packed by gzip."),
                Setting.Number.whole(
                        SYMBOLS,
                        "Greatest size of the alphabet; in a file of more characters the rare ones share a symbol.",
                        256,
                        2,
                        1 << Character.SIZE));
    }

    @Override
    public SequenceTask create(String variant, int length, Settings settings) {
        variant(variant, length);
        DataFile file = DataFile.read(FILE, settings.word(FILE));
        return new NextCharacter(length, EncodedText.of(file, settings.whole(SYMBOLS)), file);
    }
}
