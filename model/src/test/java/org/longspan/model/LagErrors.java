package org.longspan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.longspan.model.cell.Cells;
import org.longspan.numerics.Matrix;

/**
 * The largest relative error of every derivative by lag and cell. After a class of tests the table of all that were found
 * so far is written to {@code target/lag-errors.md}.
 */
public final class LagErrors implements AfterAllCallback {

    /** What is compared, and how far it may be off: some hundred roundings of 6e-8, few of which add up. */
    enum Quantity {
        SIGNAL("δ_k", 2e-5),
        TRANSPOSED("J_kᵀ w", 2e-5),
        TANGENT("J_k v", 2e-5),
        FORM("κᴳ", 1e-4),
        GAUSS_NEWTON("G_k v", 2e-5),
        /** The rounding of second differences in double comes on top. */
        HESSIAN("H_k v", 1e-4),
        CLOSED_SIGNAL("δ_k = (Uᵀ)ᵏ δ_0", 2e-6),
        CLOSED_FORM("κᴳ = ‖g‖²/(2e²)", 1e-5);

        final String title;
        final double bound;

        Quantity(String title, double bound) {
            this.title = title;
            this.bound = bound;
        }
    }

    private static final Map<String, Double> GREATEST = new ConcurrentHashMap<>();

    /** Asserts that the error is within the bound of the quantity, and takes it into the table. */
    static void hold(Case c, Quantity quantity, double error) {
        GREATEST.merge(c.network.architecture().cell().name() + quantity, error, Math::max);
        assertThat(error).as(quantity.title).isLessThan(quantity.bound);
    }

    static double error(Matrix rows, int b, double[] expected) {
        float[] row = new float[rows.columns()];
        System.arraycopy(rows.data(), rows.row(b), row, 0, row.length);
        return Case.relative(row, expected);
    }

    static double error(double found, double expected) {
        return Math.abs(found - expected) / Math.abs(expected);
    }

    private static String row(String name, List<String> numbers) {
        return "| " + name + " | " + String.join(" | ", numbers) + " |";
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<Quantity> all = Arrays.asList(Quantity.values());
        List<String> lines = new ArrayList<>();
        lines.add(row("cell", all.stream().map(q -> q.title).toList()));
        lines.add(row("---", all.stream().map(q -> "---").toList()));
        Cells.all()
                .forEach(cell -> lines.add(row(
                        cell.name(),
                        all.stream()
                                .map(q -> text(GREATEST.get(cell.name() + q)))
                                .toList())));
        lines.add(row("bound", all.stream().map(q -> text(q.bound)).toList()));
        Files.write(Files.createDirectories(Path.of("target")).resolve("lag-errors.md"), lines);
    }

    private static String text(Double error) {
        return error == null ? "" : String.format(Locale.ROOT, "%.1e", error);
    }
}
