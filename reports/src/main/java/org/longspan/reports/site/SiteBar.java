package org.longspan.reports.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.longspan.reports.page.Block.Link;

/**
 * What a page gets on top when it becomes one of a site: where the site's parts are, and what lies beside the page. It
 * names no other run, so a page keeps its bytes when runs come and go.
 *
 * @param root the way to the site's folder: empty there, {@code ../} one folder below
 * @param files beside the page
 */
public record SiteBar(String root, List<Link> files) {

    private static final String STYLE = "site.css";
    private static final String HEAD_ENDS = "</head>";
    private static final String HEADER_BEGINS = "<header>";

    public SiteBar {
        files = List.copyOf(files);
    }

    /** Returns the bar of the page at {@code path} below the site's folder. */
    public static SiteBar at(String path, Link... files) {
        int depth = (int) path.chars().filter(c -> c == '/').count();
        return new SiteBar("../".repeat(depth), List.of(files));
    }

    /** Returns the way from the page to a path below the site's folder. */
    public String to(String path) {
        return root + path;
    }

    /**
     * Returns a page of Longspan, such as a report, with this bar above its title.
     *
     * @throws IllegalArgumentException if it is another page
     */
    public String above(String page) {
        StringOutput bar = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("bar.jte", this, bar);
        return before(HEADER_BEGINS, bar.toString(), styled(page));
    }

    /** Returns a page of Longspan with the styles of a site, and without a bar: its own contents are the site's. */
    static String styled(String page) {
        return before(HEAD_ENDS, "<style>" + style() + "</style>\n", page);
    }

    /** Names in a page are escaped and come behind these marks, so the first one is the template's. */
    private static String before(String mark, String text, String page) {
        int place = page.indexOf(mark);
        if (place < 0) {
            throw new IllegalArgumentException("the page has no " + mark + ", expected one of Longspan");
        }
        return page.substring(0, place) + text + page.substring(place);
    }

    private static String style() {
        try (InputStream in = SiteBar.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
