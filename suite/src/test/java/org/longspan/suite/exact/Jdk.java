package org.longspan.suite.exact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java Development Kit on this machine.
 *
 * @param home its folder
 * @param version the full version, such as 25.0.3
 */
record Jdk(Path home, Runtime.Version version) {

    /** The first feature release of the newer kind. */
    private static final int NEWER = 25;

    /** Returns the JDK that this test runs on. */
    static Jdk here() {
        return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version());
    }

    /**
     * Returns the newest one of the other kind (17 to 24, or 25 and newer), looked up beside this one, in Debian's
     * folder of JDKs, and in environment variables such as JAVA_HOME or JAVA_HOME_17_X64.
     */
    static Optional<Jdk> other() {
        boolean newer = isNewer(here().version());
        return candidates()
                .flatMap(home -> at(home).stream())
                .filter(jdk -> isNewer(jdk.version()) != newer && jdk.version().feature() >= 17)
                .max(Comparator.comparing(Jdk::version));
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static boolean isNewer(Runtime.Version version) {
        return version.feature() >= NEWER;
    }

    private static Stream<Path> candidates() {
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.matches("(JAVA|JDK).*HOME.*|GRAALVM_HOME")) {
                homes.add(Path.of(value));
            }
        });
        for (Path folder : new Path[] {here().home().getParent(), Path.of("/usr/lib/jvm")}) {
            if (folder != null && Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    inside.sorted().forEach(homes::add);
                } catch (IOException e) {
                    System.err.println("folder " + folder + " cannot be listed: " + e.getMessage());
                }
            }
        }
        return homes.stream();
    }

    private static Optional<Jdk> at(Path home) {
        Jdk jdk = null;
        Path release = home.resolve("release");
        if (Files.isRegularFile(release)
                && Files.isExecutable(home.resolve("bin").resolve("java"))) {
            Properties properties = new Properties();
            try (var text = Files.newBufferedReader(release)) {
                properties.load(text);
                String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
                jdk = new Jdk(home, Runtime.Version.parse(version));
            } catch (IOException | IllegalArgumentException e) {
                System.err.println("no JDK at " + home + ": " + e.getMessage());
            }
        }
        return Optional.ofNullable(jdk);
    }
}
