package org.longspan.reports.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Boxes side by side, in a new row where the next one would not fit: the panels of a figure that shows small multiples.
 * The page's script lays the boxes out anew in the width that it has, so a figure made of one flow under its legend is as
 * legible on a telephone and on paper as on a wide screen. A box draws all that it needs, its axes too.
 */
public final class Flow {

    /** Inner width of a figure on the page, in pixels; on a narrower screen the script lays flows out anew. */
    public static final double PAGE = 1_140;

    private record Box(double width, double height, Consumer<Svg> drawing) {}

    private final double gap;
    private final double rowGap;
    private final List<Box> boxes = new ArrayList<>();

    /** Begins a flow whose boxes stand {@code gap} pixels apart in a row, and rows {@code rowGap}. */
    public Flow(double gap, double rowGap) {
        this.gap = gap;
        this.rowGap = rowGap;
    }

    /** Adds a box; {@code drawing} draws it with its upper left corner at the origin. */
    public Flow add(double width, double height, Consumer<Svg> drawing) {
        boxes.add(new Box(width, height, drawing));
        return this;
    }

    /** Returns the height of all rows in a width of {@code room}. */
    public double height(double room) {
        return place(room, (box, x, y) -> {});
    }

    /** Returns how much of a width of {@code most} the boxes and a legend over them take. */
    public double room(double most) {
        double[] right = {Legend.NARROWEST};
        place(most, (box, x, y) -> right[0] = Math.max(right[0], x + box.width()));
        return right[0];
    }

    /** Returns a picture of nothing but a legend, made for the same {@code room}, and these boxes. */
    public String picture(String id, String title, String description, Legend legend, double room) {
        Svg svg = new Svg(id, Math.max(room, legend.width()), legend.height() + height(room), title, description);
        legend.draw(svg);
        draw(svg, legend.height(), room);
        return svg.end();
    }

    /** Draws the boxes below {@code top} in a width of {@code room}. */
    public void draw(Svg svg, double top, double room) {
        svg.openFlow(top, gap, rowGap);
        place(room, (box, x, y) -> {
            svg.openBox(x, y, box.width(), box.height());
            box.drawing().accept(svg);
            svg.close();
        });
        svg.close();
    }

    private interface Placing {
        void at(Box box, double x, double y);
    }

    /** Returns how much of {@code room} to use: two even rows where the second would hold one box alone. */
    private double even(double room) {
        double width = boxes.isEmpty() ? 0 : boxes.get(0).width();
        double all = boxes.size() * (width + gap) - gap;
        boolean alone =
                all > room && all - width - gap <= room && boxes.stream().allMatch(box -> box.width() == width);
        return alone ? (boxes.size() + 1) / 2 * (width + gap) - gap : room;
    }

    private double place(double room, Placing placing) {
        double most = even(room);
        double x = 0;
        double y = 0;
        double tallest = 0;
        for (Box box : boxes) {
            if (x > 0 && x + box.width() > most) {
                x = 0;
                y += tallest + rowGap;
                tallest = 0;
            }
            placing.at(box, x, y);
            x += box.width() + gap;
            tallest = Math.max(tallest, box.height());
        }
        return y + tallest;
    }
}
