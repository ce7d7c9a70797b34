package org.longspan.reports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Measures how long a browser takes for a page: opens it ten times, after once that does not count, and prints medians
 * and ranges. Run it with the path of the page, on an idle machine:
 * {@code mvn -q process-test-classes -Pfirst-paint -pl reports -am -Dreport=runs/quick/report.html}.
 * {@link PageSizeTest} counts what a page is made of.
 */
final class FirstPaint {

    private static final int TIMES = 10;

    /** Until something of the page is seen, and until its script has run: milliseconds since the page was asked for. */
    private static final String TIMINGS = """
            const done = arguments[arguments.length - 1];
            new PerformanceObserver(() => setTimeout(() => done([
                performance.getEntriesByName('first-contentful-paint')[0].startTime,
                performance.getEntriesByType('navigation')[0].loadEventEnd]))
            ).observe({type: 'paint', buffered: true});
            """;

    private FirstPaint() {}

    /** Prints what the page at {@code arguments[0]} takes. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]);
        if (!Files.isRegularFile(page)) {
            throw new IllegalArgumentException("no page at " + page + ": -Dreport= takes the path of a report.html");
        }
        Chromium.lack().ifPresent(lack -> {
            throw new IllegalStateException(lack);
        });
        double before = load();
        ChromeDriver browser = Chromium.start();
        try {
            List<Double> paints = new ArrayList<>();
            List<Double> loads = new ArrayList<>();
            open(browser, page);
            for (int i = 0; i < TIMES; i++) {
                List<Double> timings = open(browser, page);
                paints.add(timings.get(0));
                loads.add(timings.get(1));
            }
            Object elements = browser.executeScript("return document.getElementsByTagName('*').length");
            System.out.printf(Locale.ROOT, "%s: %,d bytes, %,d elements%n", page, Files.size(page), elements);
            System.out.println("first paint " + median(paints));
            System.out.println("interactive (load event) " + median(loads));
            System.out.printf(
                    Locale.ROOT,
                    "medians of %d openings; Chromium %s; load average %.1f before, %.1f after, of %d processors%n",
                    TIMES,
                    browser.getCapabilities().getBrowserVersion(),
                    before,
                    load(),
                    Runtime.getRuntime().availableProcessors());
        } finally {
            browser.quit();
        }
    }

    /** Returns milliseconds to the first paint of the page's content, and to the end of its load event. */
    private static List<Double> open(ChromeDriver browser, Path page) {
        browser.get("about:blank");
        browser.get(page.toAbsolutePath().toUri().toString());
        List<?> timings = (List<?>) browser.executeAsyncScript(TIMINGS);
        return timings.stream().map(time -> ((Number) time).doubleValue()).toList();
    }

    private static String median(List<Double> milliseconds) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        double median = (sorted.get(TIMES / 2 - 1) + sorted.get(TIMES / 2)) / 2;
        return String.format(Locale.ROOT, "%.0f ms (%.0f to %.0f)", median, sorted.get(0), sorted.get(TIMES - 1));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
