package org.longspan.reports.site;

import java.util.ArrayList;
import java.util.List;
import org.longspan.reports.page.Block;
import org.longspan.reports.page.Block.Link;
import org.longspan.reports.page.Cover;
import org.longspan.reports.page.Page;
import org.longspan.reports.page.Pages;
import org.longspan.reports.page.Part;
import org.longspan.reports.site.SiteCatalogue.Entry;
import org.longspan.reports.site.SiteCatalogue.Listed;

/** Prints the page of all lists that a plan can name from. */
public final class CataloguePage {

    private CataloguePage() {}

    /** Returns the page. */
    public static String html(SiteCatalogue catalogue) {
        Page.Head head = new Page.Head(
                "catalogue",
                "Longspan catalogue",
                "What a plan can name",
                "",
                "Made from the code of Longspan " + catalogue.version() + ".");
        Page.Said said = new Page.Said(
                "Every task, model, optimizer, clipping and other method of Longspan " + catalogue.version()
                        + ", with its equation, its settings and its source.",
                "",
                "",
                "",
                List.of());
        List<Part> parts = catalogue.lists().stream().map(CataloguePage::part).toList();
        return SiteBar.at(SitePaths.CATALOGUE).above(Pages.html(new Cover(head, said, List.of()), parts));
    }

    private static Part part(Listed list) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Words(list.introduction()));
        blocks.add(new Block.Links(list.entries().stream()
                .map(entry -> new Link(entry.name(), "#" + address(list, entry), ""))
                .toList()));
        list.entries().forEach(entry -> blocks.addAll(blocks(list, entry)));
        return new Part(list.name(), list.title(), list.title(), blocks);
    }

    private static List<Block> blocks(Listed list, Entry entry) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(address(list, entry), entry.name()));
        blocks.add(new Block.Words(entry.summary()));
        if (!entry.equation().isBlank()) {
            blocks.add(new Block.Equation(entry.equation()));
        }
        if (!entry.settings().isEmpty()) {
            blocks.add(new Block.Facts("models", entry.settings()));
        }
        entry.besides().forEach(text -> blocks.add(new Block.Words(text)));
        blocks.add(new Block.Words("Source: " + entry.source()));
        return blocks;
    }

    private static String address(Listed list, Entry entry) {
        return list.name() + "-" + entry.name().replaceAll("[^\\w.-]+", "-");
    }
}
