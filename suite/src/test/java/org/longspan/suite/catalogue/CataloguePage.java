package org.longspan.suite.catalogue;

import java.util.stream.Collectors;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.suite.stored.StoredFile;

/** Writes {@code docs/catalogue.md}. */
final class CataloguePage {

    private static final String HEAD = """
            # Catalogue

            Every task, model, optimizer, clipping and other method of this build, with its equation, settings and source.
            The letters are those of [notation.md](notation.md). `%s` writes this page, and a test
            compares it with the code. `longspan list tasks --tasks JAR` lists the tasks of another jar,
            `longspan list optimizers --methods JAR` its methods.

            """.formatted(StoredFile.COMMAND);

    private CataloguePage() {}

    /** Returns the whole page, in Markdown. */
    static String of(Catalogue catalogue) {
        return HEAD
                + Contents.of(catalogue.sections())
                + catalogue.sections().stream().map(CataloguePage::section).collect(Collectors.joining());
    }

    /** Returns the heading of a list: {@code Momentum schedules}. */
    static String title(Section section) {
        String words = section.name().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String section(Section section) {
        return "\n## " + title(section) + "\n\n" + section.introduction() + "\n"
                + section.items().stream().map(CataloguePage::item).collect(Collectors.joining());
    }

    private static String item(Item item) {
        StringBuilder page = new StringBuilder();
        page.append("\n### `").append(item.name()).append("`\n\n");
        page.append(item.summary()).append("\n\n");
        page.append("```text\n").append(item.equation().strip()).append("\n```\n\n");
        if (!item.settings().isEmpty()) {
            page.append("| setting | default | valid | tuned over | meaning |\n| --- | --- | --- | --- | --- |\n");
            item.settings().forEach(setting -> page.append(row(setting)));
            page.append('\n');
        }
        if (!item.specialCases().isEmpty()) {
            page.append("Special cases: `")
                    .append(String.join("`, `", item.specialCases()))
                    .append("`.\n\n");
        }
        item.kin()
                .ifPresent(
                        kin -> page.append("Kin of `").append(kin).append("`: both meet the same draws and data.\n\n"));
        return page.append("Source: ").append(item.citation()).append('\n').toString();
    }

    private static String row(Setting setting) {
        return "| `" + setting.name() + "` | " + SettingDescription.standard(setting) + " | "
                + SettingDescription.valid(setting)
                + " | " + SettingDescription.search(setting) + " | "
                + setting.meaning().replace("|", "\\|") + " |\n";
    }
}
