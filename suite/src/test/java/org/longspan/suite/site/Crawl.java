package org.longspan.suite.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows every link of a site, from its index on: each must be relative, stay in the site and lead to a file, and what
 * stands behind # must be the id of one place in it.
 */
public final class Crawl {

    private static final Pattern LINK = Pattern.compile("\\b(?:href|src|action|data)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");
    private static final String NO_ICON = "data:,";

    private final URI root;
    private final Map<String, byte[]> found = new TreeMap<>();
    private final Deque<String> pages = new ArrayDeque<>();
    private final Map<String, Set<String>> wanted = new HashMap<>();

    private Crawl(URI root) {
        this.root = root;
    }

    /** Returns the paths of all that the index at {@code root}, an address that ends in a slash, leads to. */
    public static Set<String> from(URI root) throws IOException {
        Crawl crawl = new Crawl(root);
        crawl.fetch("index.html");
        while (!crawl.pages.isEmpty()) {
            crawl.follow(crawl.pages.remove());
        }
        crawl.requireAnchors();
        return crawl.found.keySet();
    }

    /** Returns what {@link #from} finds where a server has the site in a folder below its root. */
    public static Set<String> served(Path site) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String place = "/a/folder of a server/";
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Path file = site.resolve(path.substring(Math.min(place.length(), path.length())));
            boolean there = path.startsWith(place) && Files.isRegularFile(file);
            exchange.sendResponseHeaders(there ? 200 : 404, there ? Files.size(file) : -1);
            if (there) {
                Files.copy(file, exchange.getResponseBody());
            }
            exchange.close();
        });
        server.start();
        try {
            return from(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + place.replace(" ", "%20")));
        } finally {
            server.stop(0);
        }
    }

    private void fetch(String path) throws IOException {
        if (found.containsKey(path)) {
            return;
        }
        try (InputStream in = root.resolve(path).toURL().openStream()) {
            found.put(path, in.readAllBytes()); // it throws where nothing is
        }
        if (path.endsWith(".html")) {
            pages.add(path);
        }
    }

    private void follow(String page) throws IOException {
        Matcher links = LINK.matcher(text(page));
        while (links.find()) {
            String link = links.group(1).replace("&amp;", "&");
            if (link.equals(NO_ICON)) {
                continue;
            }
            URI given = URI.create(link);
            assertThat(given.getScheme()).as("%s in %s", link, page).isNull();
            assertThat(given.getAuthority()).as("%s in %s", link, page).isNull();
            assertThat(link).as(page).doesNotStartWith("/").isNotEmpty();
            URI whole = root.resolve(page).resolve(given);
            String path = whole.getPath().substring(root.getPath().length());
            assertThat(whole.getPath()).as("%s in %s", link, page).startsWith(root.getPath());
            fetch(path);
            if (given.getFragment() != null) {
                wanted.computeIfAbsent(path, none -> new TreeSet<>()).add(given.getFragment());
            }
        }
    }

    private void requireAnchors() {
        wanted.forEach((path, places) -> {
            Map<String, Integer> ids = new HashMap<>();
            Matcher id = ID.matcher(text(path));
            while (id.find()) {
                ids.merge(id.group(1), 1, Integer::sum);
            }
            assertThat(places)
                    .as("places in %s", path)
                    .allSatisfy(place -> assertThat(ids).containsEntry(place, 1));
        });
    }

    private String text(String path) {
        return new String(found.get(path), StandardCharsets.UTF_8);
    }
}
