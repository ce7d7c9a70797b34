package org.longspan.suite.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A copy of the script {@code longspan} in a checkout that looks built, on a machine of its own: a PATH with no more
 * than what a test puts there, and a folder of JDKs of which each prints what it is started with.
 *
 * @param folder of all this
 * @param checkout of the script
 */
record CopiedLauncher(Path folder, Path checkout) {

    private static final Path SCRIPT = Path.of("../longspan");

    /** Prints its path, its environment and its words, by the shell's own commands. */
    private static final String SAYS_ALL = """
            echo "started $0"
            echo "LC_ALL=$LC_ALL"
            echo "COLUMNS=$COLUMNS"
            for word in "$@"; do printf '%s\\n' "$word"; done
            """;

    /** Copies the script into a checkout of that name, which looks built. */
    static CopiedLauncher in(Path folder, String checkout) throws IOException {
        CopiedLauncher launcher = new CopiedLauncher(folder, folder.resolve(checkout));
        Path target = launcher.checkout.resolve("suite/target");
        Files.createDirectories(target.resolve("lib"));
        Files.createFile(target.resolve("longspan-suite-0.1.jar"));
        Files.createDirectories(launcher.jdks());
        Files.createDirectories(launcher.path());
        String script = Files.readString(SCRIPT)
                .replace("/usr/lib/jvm", launcher.jdks().toString())
                .replace("/Library/Java/JavaVirtualMachines", launcher.jdks().toString());
        executable(launcher.script(), script);
        return launcher;
    }

    Path script() {
        return checkout.resolve("longspan");
    }

    /** The folder in which the script looks for JDKs. */
    Path jdks() {
        return folder.resolve("jdks");
    }

    private Path path() {
        return folder.resolve("bin");
    }

    /** Puts a JDK in a folder. */
    static Path jdk(Path home, String version) throws IOException {
        program(home.resolve("bin"), "java", SAYS_ALL);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Puts a JDK of that version among those of the machine. */
    Path jdk(String version) throws IOException {
        return jdk(jdks().resolve("jdk-" + version), version);
    }

    /** Puts a script of the shell on the PATH. */
    Path program(String name, String script) throws IOException {
        return program(path(), name, script);
    }

    /** Puts a program of this machine on the PATH. */
    void borrow(String name) throws IOException {
        for (String bin : List.of("/usr/bin", "/bin")) {
            if (Files.isExecutable(Path.of(bin, name))) {
                program(name, "exec " + bin + "/" + name + " \"$@\"\n");
            }
        }
    }

    private static Path program(Path folder, String name, String script) throws IOException {
        return executable(Files.createDirectories(folder).resolve(name), "#!/bin/sh\n" + script);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
        return file;
    }

    /** Starts the script from the root folder. */
    Spoken launch(Map<String, String> environment, String... words) throws Exception {
        return launch(Path.of("/"), script().toString(), environment, words);
    }

    /** Starts the script by a path of it, from a working directory. */
    Spoken launch(Path from, String script, Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", script);
        builder.command().addAll(List.of(words));
        builder.environment().clear();
        builder.environment().put("PATH", path().toString());
        builder.environment().putAll(environment);
        builder.directory(from.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Spoken(process.waitFor(), out, err);
    }
}
