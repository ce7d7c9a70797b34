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

/** Prints the page of a run. */
public final class Pages {

    private static final List<String> SCRIPTS =
            List.of("data", "filter", "flows", "figures", "folds", "tables", "trials", "links");

    private Pages() {}

    /** Returns the report of a run as HTML, its sections in this order. */
    public static String html(Material material, List<Section> sections) {
        return html(Cover.ofReport(material), material, sections);
    }

    /** Returns the page as HTML, its sections in this order below the cover. */
    public static String html(Cover cover, Material material, List<Section> sections) {
        return html(cover, parts(material, sections), TrialData.of(material.run()));
    }

    /** Returns a page of no run as HTML, these parts below the cover: it has no table of trials and nothing to filter. */
    public static String html(Cover cover, List<Part> parts) {
        return html(cover, parts, TrialData.NONE);
    }

    /** Returns a page of no single run as HTML, which filters by these names. */
    public static String html(Cover cover, List<Part> parts, FilterNames names) {
        return html(cover, parts, names.data());
    }

    private static String html(Cover cover, List<Part> parts, String data) {
        StringOutput output = new StringOutput(1 << 20);
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page(cover, parts, data), output);
        return output.toString();
    }

    /** Returns all figures of a report, from top to bottom. */
    public static List<Figure> figures(Material material, List<Section> sections) {
        return Stream.concat(
                        Cover.ofReport(material).opening().stream(),
                        parts(material, sections).stream().flatMap(part -> part.blocks().stream()))
                .flatMap(Pages::figures)
                .toList();
    }

    private static Page page(Cover cover, List<Part> parts, String data) {
        Map<String, String> names =
                names(Stream.concat(cover.opening().stream(), parts.stream().flatMap(part -> part.blocks().stream()))
                        .toList());
        return new Page(
                cover.head(),
                cover.said(),
                cover.opening(),
                parts,
                names,
                shows(parts, names),
                data,
                new Page.Assets(
                        resource("figure.css"),
                        resource("page.css"),
                        SCRIPTS.stream().map(name -> resource(name + ".js")).collect(Collectors.joining("\n"))));
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

    /** Figures of one choice share a number and have a letter each. */
    private static Map<String, String> names(List<Block> blocks) {
        Map<String, String> names = new LinkedHashMap<>();
        int[] last = {0};
        blocks.forEach(block -> name(block, names, last));
        return names;
    }

    private static void name(Block block, Map<String, String> names, int[] last) {
        if (block instanceof Block.Drawing drawing) {
            names.put(drawing.figure().id(), "Figure " + ++last[0]);
        } else if (block instanceof Block.Choice choice) {
            last[0]++;
            char letter = 'a';
            for (Block.Named named : choice.choices()) {
                names.put(named.figure().id(), "Figure " + last[0] + letter++);
            }
        } else if (block instanceof Block.Fold fold) {
            fold.blocks().forEach(inner -> name(inner, names, last));
        }
    }

    /** What shows each reply: a figure, or the first one behind a heading, or else that heading. */
    private static Map<String, String> shows(List<Part> parts, Map<String, String> names) {
        Map<String, String> shows = new LinkedHashMap<>(names);
        for (Part part : parts) {
            String topic = part.id();
            for (Block block : part.blocks()) {
                topic = block instanceof Block.Heading heading ? heading.id() : topic;
                Optional<Figure> figure = figures(block).findFirst();
                if (figure.isPresent()) {
                    shows.putIfAbsent(topic, names.get(figure.get().id()));
                }
            }
        }
        return shows;
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
