package org.longspan.suite.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.record.json.PublishedJson;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.NameHint;
import org.longspan.harness.refusal.UserError;
import org.longspan.harness.store.FolderFile;
import org.longspan.reports.claim.Answered;
import org.longspan.reports.claim.ClaimsDocument;
import org.longspan.reports.claim.ClaimsDocument.ClaimRow;
import org.longspan.reports.claim.ClaimsDocument.PlanRow;
import org.longspan.reports.claim.ClaimsMarkdown;
import org.longspan.reports.claim.ClaimsPage;
import org.longspan.reports.figure.StandaloneSvg;
import org.longspan.reports.json.JsonReport;

/**
 * Publishes answers with what anybody needs to check them: {@code claims.md} and {@code claims.svg}, one picture of the
 * claims that have one, and in {@value ClaimsMarkdown#FOLDER} the page, the document, the trials and pictures. From equal
 * records come equal bytes.
 *
 * @param folder of the documentation
 * @param pictured ids of the claims that have a picture
 * @param runs of the claims
 */
record Publication(Path folder, Set<String> pictured, ClaimRuns runs) {

    private static final int MOST_PICTURES = 5;
    private static final String PICTURE = ".svg";

    /**
     * Returns the publication into {@code folder}; without {@code pictured}, the claims keep pictures that have one there.
     *
     * @throws UserError if the folder is not there, or a claim that is to be pictured
     */
    static Publication of(Path folder, List<String> pictured, ClaimRuns runs) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("--publish " + folder + ": there is no such folder, expected one that is there");
        }
        List<String> ids = runs.claims().stream().map(Claim::id).toList();
        for (String id : pictured) {
            if (!ids.contains(id)) {
                throw new UserError("--picture " + id + ": no such claim" + NameHint.hint(id, ids));
            }
        }
        Set<String> wanted = new TreeSet<>(pictured.isEmpty() ? drawn(results(folder)) : pictured);
        wanted.retainAll(ids);
        if (wanted.size() > MOST_PICTURES) {
            throw new UserError("--picture names " + wanted.size() + " claims, expected at most " + MOST_PICTURES);
        }
        return new Publication(folder, wanted, runs);
    }

    private static Path results(Path folder) {
        return folder.resolve(ClaimsMarkdown.FOLDER);
    }

    /** Returns the ids of the claims that have a picture in {@code results}. */
    private static Set<String> drawn(Path results) {
        if (!Files.isDirectory(results)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(results)) {
            Set<String> ids = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PICTURE))
                    .forEach(name -> ids.add(name.substring(0, name.length() - PICTURE.length())));
            return ids;
        } catch (IOException e) {
            throw new UserError("folder " + results + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    /**
     * Writes all files and returns their paths.
     *
     * @throws UserError if they cannot be written
     */
    List<Path> write(List<Answered> answers) {
        Path results = results(folder);
        try {
            Files.createDirectories(results);
            for (Claim claim : runs.claims()) {
                Files.deleteIfExists(results.resolve(claim.id() + PICTURE));
            }
            List<Path> written = new ArrayList<>();
            for (Map.Entry<Path, byte[]> file : files(answers).entrySet()) {
                FolderFile.replace(file.getKey(), file.getValue());
                written.add(file.getKey().toAbsolutePath().normalize());
            }
            return written;
        } catch (IOException e) {
            throw new UserError("the answers cannot be published in " + folder + ": " + FileFailures.of(e), e);
        }
    }

    private Map<Path, byte[]> files(List<Answered> answers) throws IOException {
        Path results = results(folder);
        ClaimsDocument document = runs.document(answers);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(folder.resolve("claims.md"), bytes(ClaimsMarkdown.of(document, pictured)));
        if (!pictured.isEmpty()) {
            files.put(
                    folder.resolve("claims.svg"), bytes(StandaloneSvg.of(ClaimsMarkdown.overview(document, pictured))));
        }
        files.put(results.resolve("claims.html"), bytes(ClaimsPage.html(document)));
        files.put(results.resolve("claims.json"), bytes(JsonReport.text(document)));
        files.put(results.resolve("trials.jsonl.gz"), trials(document));
        for (ClaimRow claim : document.claims()) {
            if (pictured.contains(claim.id())) {
                files.put(
                        results.resolve(claim.id() + PICTURE), bytes(StandaloneSvg.of(ClaimsMarkdown.picture(claim))));
            }
        }
        return files;
    }

    /** Returns a line for each trial, plan by plan, compressed; such a file has no time in it. */
    private byte[] trials(ClaimsDocument document) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (PlanRow plan : document.plans()) {
                for (var run : runs.run(plan.plan()).orElseThrow().run().runs()) {
                    out.write(bytes(PublishedJson.line(plan.plan(), run.stored()) + "\n"));
                }
            }
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
