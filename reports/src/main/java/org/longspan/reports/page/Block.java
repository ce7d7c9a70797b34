package org.longspan.reports.page;

import java.util.List;
import org.longspan.reports.figure.Figure;
import org.longspan.reports.finding.Caveat;

/** A piece of a section, from top to bottom; the template {@code block.jte} has a branch for each kind. */
public sealed interface Block {

    /** A paragraph. */
    record Words(String text) implements Block {}

    /** A smaller heading that can be linked to. */
    record Heading(String id, String text) implements Block {}

    /** A figure with its caption, its downloads and how to read it. */
    record Drawing(Figure figure) implements Block {}

    /**
     * Figures of one matter, of which one is shown at a time.
     *
     * @param label what is chosen: {@code Cost in}
     * @param choices the first is shown at first, and without a script all are
     */
    record Choice(String label, List<Named> choices) implements Block {}

    /** A figure and the word by which it is chosen. */
    record Named(String name, Figure figure) {}

    /**
     * Buttons of which each shows only what belongs to one name; one shows all.
     *
     * @param label what is chosen
     * @param key of the names, as the data of the page has them
     * @param only the buttons
     */
    record Showing(String label, String key, List<Only> only) implements Block {}

    /** A button, and the place of the name whose things it shows. */
    record Only(String words, int place) {}

    /** A table. */
    record Listing(Table table) implements Block {}

    /**
     * What a reader opens. Its elements come into being when it is opened, so a fold costs nothing until then.
     *
     * @param summary what is in it
     * @param note a few more words, perhaps none
     * @param open whether it is open at first
     * @param blocks that are in it
     */
    record Fold(String summary, String note, boolean open, List<Block> blocks) implements Block {}

    /** Names and values side by side; {@code classes} is how they are set. */
    record Facts(String classes, List<Fact> facts) implements Block {}

    /** A name and a value. */
    record Fact(String name, String value) {}

    /** How many trials came to what, as a bar. */
    record Tallies(List<Tally> tallies) implements Block {}

    /** So many trials came to that; {@code kind} is the class of its colour. */
    record Tally(String kind, String name, int trials) {}

    /** Text that is set as it is, with a button that copies it; {@code label} says what it is. */
    record Code(String label, String text) implements Block {}

    /** Caveats, a line each. */
    record Caveats(List<Caveat> caveats) implements Block {}

    /** Methods with their equations and sources. */
    record Methods(List<Method> methods) implements Block {}

    /** A method; {@code kind} is what it is one of. */
    record Method(String name, String kind, String summary, String equation, String citation) {}

    /** A smaller heading, to be linked to, that leads to another page. */
    record Leading(String id, String text, String href) implements Block {}

    /** Links in one line. */
    record Links(List<Link> links) implements Block {}

    /** A link, and a few words behind it, perhaps none. */
    record Link(String text, String href, String note) {}

    /** What other pages say, side by side: what each text is about leads to the place that shows it. */
    record Said(List<Link> said) implements Block {}

    /** An equation, a line for each statement. */
    record Equation(String text) implements Block {}

    /** Rows that the page's script draws as they come into view. */
    record Rows(String title) implements Block {}
}
