package org.longspan.harness.plan;

import java.util.Iterator;
import java.util.Optional;
import org.longspan.harness.refusal.UserError;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Puts another seed into the text of a plan and leaves everything else as it is, so that the text stored with a run is
 * that of the plan that ran.
 */
final class SeedInText {

    private static final String KEY = "seed";

    private final String text;
    private final Iterator<Event> events;
    private Optional<String> anchor = Optional.empty(); // of the seed
    private int depth;

    private SeedInText(String text) {
        this.text = text;
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(text.length() + 1)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Returns the text of the plan of that name, which has been read before, with {@code seed} as its seed.
     *
     * @throws UserError if the text is such that this fails
     */
    static String put(String plan, String text, long seed) {
        SeedInText place = new SeedInText(PlanText.withoutMark(text));
        String changed = place.with(seed);
        if (!has(changed, seed)) {
            throw new UserError("plan " + plan
                    + place.anchor
                            .map(name -> " has a seed with the anchor &" + name
                                    + ", which other values of the plan refer to,"
                                    + " so it cannot be replaced: expected a plain number there, such as " + KEY
                                    + ": 5")
                            .orElse(" has no place for another seed, expected a key " + KEY + " in it"));
        }
        return changed;
    }

    private static boolean has(String text, long seed) {
        PlanErrors errors = new PlanErrors();
        return errors.in(
                        () -> PlanNodes.read("plan", text, errors).required(KEY).whole(seed, seed))
                .isPresent();
    }

    private String with(long seed) {
        Event event = events.next();
        while (!(event instanceof MappingStartEvent)) {
            event = events.next();
        }
        boolean inBraces = ((MappingStartEvent) event).isFlow();
        Event first = events.next();
        for (Event key = first; key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Event value = value();
            if (key instanceof ScalarEvent word && word.getValue().equals(KEY)) {
                anchor = value instanceof ScalarEvent seedOf
                        ? seedOf.getAnchor().map(Anchor::getValue)
                        : Optional.empty();
                return text.substring(0, start(value)) + seed + text.substring(end(value));
            }
        }
        Mark before = first.getStartMark().orElseThrow();
        String line = inBraces ? KEY + ": " + seed + ", " : KEY + ": " + seed + "\n" + " ".repeat(before.getColumn());
        int place = offset(before);
        return text.substring(0, place) + line + text.substring(place);
    }

    /** Returns the first event of a value after passing over the others. */
    private Event value() {
        Event first = events.next();
        for (Event event = first; ; event = events.next()) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return first;
            }
        }
    }

    private int start(Event event) {
        return offset(event.getStartMark().orElseThrow());
    }

    private int end(Event event) {
        return offset(event.getEndMark().orElseThrow());
    }

    /** The parser counts characters beyond 16 bits as one. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
