package org.longspan.suite.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.longspan.harness.claim.ClaimReader;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.FileName;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;

/** Finds claims: those in the folder {@code claims}, here or in the checkout, and those in files of their own. */
final class ClaimFiles {

    private static final String FOLDER = "claims";
    private static final String ENDING = ".yaml";
    private static final String ALL = "all";

    private final Path home;
    private final Function<Path, Plan> plans;
    private final Map<String, Path> fileOfPlan = new LinkedHashMap<>();

    /**
     * Creates a finder.
     *
     * @param plans reads the plan in a file
     */
    ClaimFiles(Path home, Function<Path, Plan> plans) {
        this.home = home;
        this.plans = plans;
    }

    /**
     * Returns the claims that {@code words} name, each once: ids, files, or {@code all}; no word means all.
     *
     * @throws UserError if one is not there or has errors
     */
    List<Claim> find(List<String> words) {
        Map<String, Claim> found = new LinkedHashMap<>();
        Map<String, Claim> known = needsAll(words) ? all() : Map.of();
        for (String word : words.isEmpty() ? List.of(ALL) : words) {
            if (word.equals(ALL) && known.isEmpty()) {
                throw new UserError("no claims/*.yaml here or in the checkout, expected at least one claim");
            } else if (word.equals(ALL)) {
                found.putAll(known);
            } else if (isFile(word)) {
                Claim claim = read(FileName.path(word));
                found.put(claim.id(), claim);
            } else if (known.containsKey(word)) {
                found.put(word, known.get(word));
            } else {
                throw new UserError("no claim " + word
                        + (known.isEmpty()
                                ? ", and no claims/*.yaml beside it, expected the path of a YAML file"
                                : NameHint.hint(word, known.keySet())
                                        + " (claims/*.yaml), or the path of a YAML file"));
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean needsAll(List<String> words) {
        return words.isEmpty() || words.stream().anyMatch(word -> !isFile(word));
    }

    private static boolean isFile(String word) {
        return Files.isRegularFile(FileName.path(word));
    }

    private Map<String, Claim> all() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (Path file : files()) {
            Claim claim = read(file);
            if (claims.put(claim.id(), claim) != null) {
                throw new UserError(file + ", id: " + claim.id() + " is the id of two claims, expected one for each");
            }
        }
        return claims;
    }

    private Claim read(Path file) {
        return new ClaimReader(plan -> plan(plan, file)).read(file);
    }

    /** A plan is looked up from here, from the folder of the claim, and from the checkout. */
    private Plan plan(String name, Path claim) {
        Path given = FileName.path(name);
        Path file = Stream.of(given, claim.resolveSibling(given), home.resolve(given))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(() -> PlanFile.find(name, home));
        fileOfPlan.put(name, file);
        return plans.apply(file);
    }

    /** Returns the file of each plan that a claim named so. */
    Map<String, Path> filesOfPlans() {
        return fileOfPlan;
    }

    /** Returns {@code claims/*.yaml}, sorted by name: those here, or else those of the checkout. */
    private List<Path> files() {
        Path folder = Stream.of(Path.of(FOLDER), home.resolve(FOLDER))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of(FOLDER));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UserError("folder " + folder + " cannot be read: " + FileFailures.of(e), e);
        }
    }
}
