package org.longspan.reports.figure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A figure, ready for the page.
 *
 * @param id unique in the page
 * @param title a few words
 * @param svg the picture
 * @param caption what it shows, with the actual numbers
 * @param howToRead a paragraph each
 * @param csv its numbers
 */
public record Figure(String id, String title, String svg, String caption, List<String> howToRead, String csv) {

    /** Returns this figure with {@code note}, sentences that begin with a space or nothing, behind its caption. */
    public Figure noting(String note) {
        return new Figure(id, title, svg, caption + note, howToRead, csv);
    }

    /**
     * Returns the numbers as they stand in the page: deflated, as Base64. As text they would be a third of it, and a
     * name could end the element that holds them.
     */
    public String embeddedCsv() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(csv.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not from memory
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
