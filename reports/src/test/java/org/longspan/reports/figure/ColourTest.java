package org.longspan.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.longspan.reports.page.Page;

/** Every model and every clipping is drawn in a colour that the page has. */
class ColourTest {

    @Test
    void twentySevenClippingsAreDrawnDifferently() {
        assertThat(IntStream.range(0, 27).mapToObj(Colour::ofClipping)).doesNotHaveDuplicates();
    }

    @Test
    void everyClassHasARule() throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("figure.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                for (String name : (Colour.ofModel(i) + " " + Colour.ofClipping(i)).split(" ")) {
                    assertThat(css).contains("." + name + " ");
                }
            }
        }
    }
}
