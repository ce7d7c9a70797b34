package org.longspan.suite.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.suite.text.Paragraph;
import org.longspan.suite.text.Wording;
import picocli.CommandLine.Help.Ansi;

/** Lays a list out for a terminal: names, with their descriptions indented below. */
public final class Sheet {

    private static final int INDENT = 4;
    private static final int LONGEST_LIST = 18;
    private static final int LEAST_TEXT = 20;

    private final Ansi ansi;
    private final int width;

    /** Creates a layout of lines of {@code width} characters. */
    public Sheet(Ansi ansi, int width) {
        this.ansi = ansi;
        this.width = width;
    }

    /** Returns a line for each list: its name, the number of its entries and what they are. */
    public String of(Catalogue catalogue) {
        StringBuilder text = new StringBuilder("Lists of what a plan can name; longspan list NAME shows one.\n\n");
        for (Section section : catalogue.sections()) {
            String count = String.format(Locale.ROOT, "%-3d ", section.items().size());
            text.append(line(section.name(), LONGEST_LIST, count + section.introduction()));
        }
        return text.toString();
    }

    /** Returns a line for each entry of a list: its name and the beginning of its summary. */
    public String brief(Section section) {
        int longest = section.items().stream()
                .mapToInt(item -> item.name().length())
                .max()
                .orElse(0);
        return section.items().stream()
                .map(item -> line(item.name(), longest, item.summary()))
                .collect(Collectors.joining());
    }

    private String line(String name, int longest, String text) {
        String start = Wording.line(name) + " ".repeat(Math.max(0, longest - name.length())) + "  ";
        String whole = Wording.line(text);
        int room = Math.max(LEAST_TEXT, width - start.length());
        String cut =
                whole.length() <= room ? whole : whole.substring(0, room - 1).strip() + "…";
        return styled("bold", start.strip())
                + start.substring(start.stripTrailing().length()) + cut + "\n";
    }

    /** Returns a whole list. */
    public String of(Section section) {
        StringBuilder text = new StringBuilder(Paragraph.block(section.introduction(), width, 0));
        for (Item item : section.items()) {
            text.append('\n').append(item(item));
        }
        return text.toString();
    }

    /** Picocli reads marks such as {@code @|bold ...|@}, which a name must not bring along. */
    private String styled(String style, String name) {
        return ansi.string(
                "@|" + style + " " + Wording.line(name).replace("|@", "| @").replace("@|", "@ |") + "|@");
    }

    private String item(Item item) {
        StringBuilder text = new StringBuilder();
        text.append(styled("bold", item.name())).append('\n');
        text.append(Paragraph.block(item.summary(), width, INDENT));
        text.append('\n')
                .append(Paragraph.block(item.equation(), width, 2 * INDENT))
                .append('\n');
        item.settings().forEach(setting -> text.append(setting(setting)));
        if (!item.specialCases().isEmpty()) {
            text.append(labelled("special cases:", String.join(", ", item.specialCases())));
        }
        item.kin().ifPresent(kin -> text.append(labelled("kin of:", kin)));
        text.append(labelled("source:", item.citation()));
        item.jar().ifPresent(jar -> text.append(labelled("jar:", jar.toString())));
        return text.toString();
    }

    private String setting(Setting setting) {
        String search = setting.search().isPresent() ? "; tuned over " + SettingDescription.search(setting) : "";
        String name = styled("yellow", setting.name());
        String values =
                " = " + SettingDescription.standard(setting) + " (" + SettingDescription.valid(setting) + search + ")";
        List<String> lines =
                Paragraph.lines(setting.name() + values, width, " ".repeat(INDENT), " ".repeat(3 * INDENT));
        String first = lines.get(0).replaceFirst(Pattern.quote(setting.name()), Matcher.quoteReplacement(name));
        String rest = lines.size() == 1 ? "" : String.join("\n", lines.subList(1, lines.size())) + "\n";
        return first + "\n" + rest + Paragraph.block(Wording.line(setting.meaning()), width, 2 * INDENT);
    }

    private String labelled(String label, String text) {
        return String.join("\n", Paragraph.lines(label + " " + text, width, " ".repeat(INDENT), " ".repeat(2 * INDENT)))
                + "\n";
    }
}
