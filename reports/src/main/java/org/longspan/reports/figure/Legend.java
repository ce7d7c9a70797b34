package org.longspan.reports.figure;

import java.util.List;
import org.longspan.reports.summary.ArrangedRun;

/**
 * Says above a figure what its marks mean: a key each, side by side, in a new row where the next one would not fit. It
 * is laid out before the figure is begun, because the figure has to be as wide and as tall as it takes.
 */
public final class Legend {

    private static final double ROW = 20;
    private static final double BELOW_KEY = 2;
    private static final double BELOW = 14;
    private static final double BETWEEN = 20;

    /** A figure is no narrower. */
    public static final double NARROWEST = 420;

    /** Draws what stands before a key's words: from {@code x} to the right, on the line {@code y}. */
    public interface Mark {

        /** There are only words. */
        Mark NONE = (svg, x, y) -> {};

        /** Draws it. */
        void draw(Svg svg, double x, double y);
    }

    private final double room;
    private final Flow keys = new Flow(BETWEEN, BELOW_KEY);
    private double width;
    private String classes = "";

    /** Begins a legend over something that is {@code room} wide. */
    public Legend(double room) {
        this.room = Math.max(room, NARROWEST);
    }

    /** Adds a key. */
    public Legend key(double markWidth, String words, Mark mark) {
        return key(markWidth, words, "", mark);
    }

    /** Adds a key with a tip that a pointer shows. */
    public Legend key(double markWidth, String words, String tip, Mark mark) {
        return key(markWidth, words, tip, mark, Tags.NONE);
    }

    /** Adds a key of what the page's filter hides. */
    public Legend key(double markWidth, String words, String tip, Mark mark, Tags tags) {
        double wordsAt = markWidth > 0 ? markWidth + 6 : 0;
        double wide = wordsAt + TextFormat.width(words, 12);
        width = Math.max(width, wide);
        String of = classes;
        keys.add(wide, ROW - BELOW_KEY, svg -> {
            svg.open(of, tip, tags);
            mark.draw(svg, 0, 11);
            svg.text(wordsAt, 15, "", words).close();
        });
        return this;
    }

    /** Begins the keys of what the figure shows at a click only. */
    public Legend more() {
        classes = "more";
        return this;
    }

    /** Adds a key a model, in its colour, with all its settings as the tip. */
    public Legend models(ArrangedRun run, double markWidth, Mark mark) {
        List<String> models = run.modelNames();
        for (int m = 0; m < models.size(); m++) {
            String colour = Colour.ofModel(m);
            key(markWidth, models.get(m), run.described(models.get(m)), (svg, x, y) -> {
                svg.open(colour);
                mark.draw(svg, x, y);
                svg.close();
            });
        }
        return this;
    }

    /** Returns how wide its widest key is. */
    public double width() {
        return width;
    }

    /** Returns where the figure may begin below it. */
    public double height() {
        return keys.height(room) + BELOW;
    }

    /** Draws it from the upper left corner of the figure on. */
    public void draw(Svg svg) {
        keys.draw(svg, 0, room);
    }
}
