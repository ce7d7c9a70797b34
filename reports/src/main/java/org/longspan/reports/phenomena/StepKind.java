package org.longspan.reports.phenomena;

import java.util.List;
import org.longspan.reports.figure.Legend;
import org.longspan.reports.figure.Svg;

/** A kind of step that a run could take at a cliff, in the order of the table of steps: each has a colour and a mark. */
enum StepKind {
    TAKEN("the step that the run took", "taken", "after the step that the run took", "c0") {
        @Override
        void draw(Svg svg, List<double[]> pixels) {
            svg.dots(pixels, "dots");
        }
    },
    UNCLIPPED("without clipping", "unclipped", "after one without clipping", "c2") {
        @Override
        void draw(Svg svg, List<double[]> pixels) {
            svg.crosses(pixels, 3.5, "cross");
        }
    },
    CLIPPED("clipped at the trailing median", "clipped at the median", "after one clipped at that median", "c1") {
        @Override
        void draw(Svg svg, List<double[]> pixels) {
            svg.rings(pixels, 3.4, "ring");
        }
    },
    RANDOM("a random step of that length", "random", "after a random one of that length", "c4") {
        @Override
        void draw(Svg svg, List<double[]> pixels) {
            svg.triangles(pixels, 4, "ring");
        }
    };

    private final String words;
    private final String word;
    private final String after;
    private final String colour;

    StepKind(String words, String word, String after, String colour) {
        this.words = words;
        this.word = word;
        this.after = after;
        this.colour = colour;
    }

    abstract void draw(Svg svg, List<double[]> pixels);

    /** Returns a word or two. */
    String word() {
        return word;
    }

    /** Returns words that say after which step a loss was found. */
    String after() {
        return after;
    }

    /** Draws marks in its colour. */
    void mark(Svg svg, List<double[]> pixels) {
        if (!pixels.isEmpty()) {
            svg.open(colour);
            draw(svg, pixels);
            svg.close();
        }
    }

    /** Adds a key of each kind. */
    static void keys(Legend legend) {
        for (StepKind kind : values()) {
            legend.key(10, kind.words, (svg, x, y) -> kind.mark(svg, List.of(new double[] {x + 5, y})));
        }
    }
}
