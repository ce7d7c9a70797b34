package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.refusal.Shown;
import org.longspan.harness.refusal.UserError;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Reads YAML into {@link PlanNode}s from the parser's events, because only they have lines, quotes and anchors. An alias
 * stands for a copy of the value that the anchor before it names.
 */
public final class PlanNodes {

    /** Levels of lists and keys; a plan has six. */
    private static final int DEEPEST = 32;

    /** Values of a plan, copies by aliases included. */
    private static final int MOST = 1_000_000;

    private final String file;
    private final PlanErrors errors;
    private final Iterator<Event> events;
    private final NotYaml notYaml;
    private final Map<String, PlanNode> anchors = new HashMap<>(); // never iterated
    private final Set<String> open = new HashSet<>(); // never iterated
    private Optional<Mark> last = Optional.empty();
    private int count;
    private int depth;

    private PlanNodes(String file, String text, PlanErrors errors) {
        this.file = file;
        this.errors = errors;
        this.notYaml = new NotYaml(file, text);
        this.events = events(text);
    }

    /** Returns the value of the only document in {@code text}; adds an error for every key that is given twice. */
    public static PlanNode read(String file, String text, PlanErrors errors) {
        PlanText.requireSize(errors.what(), file, text.length());
        PlanNodes nodes = new PlanNodes(file, PlanText.withoutMark(text), errors);
        nodes.next();
        if (nodes.next().getEventId() == Event.ID.StreamEnd) {
            throw new UserError(file + " is empty, expected a " + errors.what());
        }
        PlanNode root = nodes.node(nodes.next(), "");
        nodes.next();
        Event after = nodes.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw nodes.at(after, "").wrong("a second document, expected one " + errors.what() + " per file");
        }
        return root;
    }

    /** One buffer for the whole text: the parser copies what is left with each further one. */
    private static Iterator<Event> events(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(text.length() + 1)
                .build();
        return new Parse(settings).parseString(text).iterator();
    }

    /** Any failure here is the parser's about the text, whatever its type. */
    private Event next() {
        try {
            Event event = events.next();
            last = event.getEndMark();
            return event;
        } catch (RuntimeException e) {
            throw notYaml.of(e, last);
        }
    }

    private PlanNode node(Event event, String place) {
        PlanNode here = at(event, place);
        if (event instanceof AliasEvent alias) {
            return copy(alias.getAlias().getValue(), here);
        }
        requireFew(here);
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue);
        anchor.ifPresent(open::add);
        PlanNode node = event instanceof ScalarEvent scalar ? scalar(scalar, here) : collection(event, here);
        anchor.ifPresent(name -> {
            open.remove(name);
            anchors.put(name, node);
        });
        return node;
    }

    private PlanNode scalar(ScalarEvent event, PlanNode here) {
        refuseTag(event.getTag(), here);
        String text = event.getValue();
        Object value = event.isPlain() ? CoreSchema.value(text) : text;
        return new PlanNode(file, here.place(), here.line(), value, text, event.isPlain());
    }

    private PlanNode collection(Event event, PlanNode here) {
        refuseTag(((CollectionStartEvent) event).getTag(), here);
        if (++depth > DEEPEST) {
            throw here.wrong("lists and keys in more than " + DEEPEST + " levels, expected fewer");
        }
        Object value = event.getEventId() == Event.ID.MappingStart ? mapping(here.place()) : sequence(here.place());
        depth--;
        return new PlanNode(file, here.place(), here.line(), value, "", true);
    }

    private void refuseTag(Optional<String> tag, PlanNode here) {
        if (tag.isPresent()) {
            errors.add(here.wrong("a tag, which begins with !, is given, expected a value without one"));
        }
    }

    private Map<String, PlanNode> mapping(String place) {
        Map<String, PlanNode> values = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            PlanNode keyNode = node(event, place);
            if (keyNode.value() instanceof Map || keyNode.value() instanceof List) {
                throw at(event, place).wrong("a list or keys and values stand for a key, expected a word");
            }
            String key = keyNode.written();
            String shown = Shown.value(key);
            PlanNode node = node(next(), place.isEmpty() ? shown : place + "." + shown)
                    .at(at(event, place).line());
            if (values.putIfAbsent(key, node) != null) {
                errors.add(node.wrong("this key is given twice"));
            }
        }
        return values;
    }

    private List<PlanNode> sequence(String place) {
        List<PlanNode> elements = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            elements.add(node(event, place + "[" + elements.size() + "]"));
        }
        return elements;
    }

    private PlanNode copy(String name, PlanNode here) {
        PlanNode named = anchors.get(name);
        if (open.contains(name)) {
            throw here.wrong("the alias *" + Shown.value(name) + " stands within the value of its own anchor");
        }
        if (named == null) {
            throw here.wrong("the alias *" + Shown.value(name) + " has no anchor &" + Shown.value(name) + " before it");
        }
        return copy(named, named.place(), here).at(here.line());
    }

    /** Returns a copy that lies at {@code here}; its parts keep their lines, where they can be mended. */
    private PlanNode copy(PlanNode node, String from, PlanNode here) {
        requireFew(here);
        String place = here.place() + node.place().substring(from.length());
        Object value = node.value();
        if (value instanceof Map) {
            Map<String, PlanNode> values = new LinkedHashMap<>();
            node.mapping().forEach((key, part) -> values.put(key, copy(part, from, here)));
            value = values;
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            value = node.elements().stream().map(part -> copy(part, from, here)).toList();
        }
        return new PlanNode(file, place, node.line(), value, node.written(), node.plain());
    }

    private void requireFew(PlanNode here) {
        if (++count > MOST) {
            throw here.wrong("more than " + MOST + " values, with those that aliases repeat, expected fewer");
        }
    }

    private PlanNode at(Event event, String place) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        return new PlanNode(file, place, line, null, "", true);
    }
}
