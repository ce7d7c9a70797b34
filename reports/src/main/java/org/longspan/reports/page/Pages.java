package org.longspan.reports.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.figure.ScoreMatrix;
import org.longspan.reports.finding.Answers;
import org.longspan.reports.summary.ArrangedRun;

/** Prints the page of a run. */
public final class Pages {

    private static final List<String> SCRIPTS = List.of("data", "filter", "figures", "folds", "tables", "trials", "links");

    private Pages() {}

    /** Returns the page as HTML, its sections in this order. */
    public static String html(Material material, List<Section> sections) {
        StringOutput output = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page(material, sections), output);
        return output.toString();
    }

    /** Returns all figures of the page, from top to bottom. */
    public static List<Figure> figures(Material material, List<Section> sections) {
        return Stream.concat(opening(material).stream(), parts(material, sections).stream()
                        .flatMap(part -> part.blocks().stream()))
                .flatMap(Pages::figures)
                .toList();
    }

    private static Page page(Material material, List<Section> sections) {
        ArrangedRun run = material.run();
        Page.Head head = new Page.Head(
                run.manifest().provenance().plan(), Title.of(run), byline(run), Headline.of(run));
        return new Page(
                head,
                Answers.of(material.conclusions()),
                opening(material),
                parts(material, sections),
                names(figures(material, sections)),
                TrialData.of(run),
                new Page.Assets(
                        resource("figure.css"),
                        resource("page.css"),
                        SCRIPTS.stream().map(name -> resource(name + ".js")).collect(Collectors.joining("\n"))));
    }

    private static String byline(ArrangedRun run) {
        return run.manifest().provenance().head().authors().stream()
                .map(author -> author.affiliation().isEmpty()
                        ? author.name()
                        : author.name() + " (" + author.affiliation() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<Block> opening(Material material) {
        return material.drawing(ScoreMatrix.of(material.conclusions()));
    }

    private static List<Part> parts(Material material, List<Section> sections) {
        return sections.stream()
                .map(section -> section.of(material))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Stream<Figure> figures(Block block) {
        if (block instanceof Block.Drawing drawing) {
            return Stream.of(drawing.figure());
        }
        if (block instanceof Block.Choice choice) {
            return choice.choices().stream().map(Block.Named::figure);
        }
        return block instanceof Block.Fold fold ? fold.blocks().stream().flatMap(Pages::figures) : Stream.empty();
    }

    private static Map<String, String> names(List<Figure> figures) {
        Map<String, String> names = new LinkedHashMap<>();
        figures.forEach(figure -> names.put(figure.id(), "Figure " + (names.size() + 1)));
        return names;
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            return new String(
                    Optional.ofNullable(in)
                            .orElseThrow(() -> new IllegalStateException("no resource " + name))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
