package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.FileName;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;

/** Finds the file of a plan from its path, or from its name in the folder {@code plans}. */
final class PlanFile {

    private static final String ENDING = ".yaml";

    private PlanFile() {}

    /**
     * Returns the file of {@code plan}.
     *
     * @param plan a path, or {@code quick} for {@code plans/quick.yaml} here or in {@code home}
     * @throws UserError if there is none; the message lists the known plans
     */
    static Path find(String plan, Path home) {
        if (plan.isBlank()) {
            throw new UserError("the name of the plan is empty, expected the path of a YAML file, or a name in plans/");
        }
        Path file = FileName.path(plan);
        if (Files.isRegularFile(file)) {
            return file;
        }
        for (Path folder : folders(home)) {
            Path named = folder.resolve(plan.endsWith(ENDING) ? plan : plan + ENDING);
            if (Files.isRegularFile(named)) {
                return named;
            }
        }
        List<String> known =
                folders(home).stream().flatMap(PlanFile::plans).distinct().toList();
        if (!Files.isDirectory(file) && file.getNameCount() > 1) {
            throw new UserError(plan + (Files.exists(file) ? " is not a regular file" : " is not there")
                    + ", expected a YAML file");
        }
        String base = plan.replaceFirst("(?i)\\.ya?ml$", "");
        throw new UserError((Files.isDirectory(file) ? plan + " is a folder, not a plan" : "no plan " + plan)
                + (known.isEmpty()
                        ? ", and no plans/*.yaml beside it, expected the path of a YAML file"
                        : NameHint.hint(base, known) + " (plans/*.yaml), or the path of a YAML file"));
    }

    private static List<Path> folders(Path home) {
        return Stream.of(Path.of("plans"), home.resolve("plans"))
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<String> plans(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be read: " + FileFailures.of(e), e);
        }
    }
}
