package org.longspan.harness.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.longspan.harness.refusal.FileFailures;
import org.longspan.harness.refusal.UserError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML into {@link PlanNode}s from tokens, because a parsed tree has no line numbers. */
final class PlanNodes {

    private static final Pattern PLACE = Pattern.compile("line \\d+, column \\d+");
    private static final Map<String, String> PLAIN = Map.of(
            "'?<stream end>'?", "the end of the file",
            "'?<block end>'?", "the end of the block",
            "'?<block mapping start>'?", "a key",
            "'?<scalar>'?", "a value",
            "the node content", "a value",
            "mapping values are not allowed here", "a second key in one line, or a text with a colon and no quotes");

    private final String file;
    private final JsonParser in;

    private PlanNodes(String file, JsonParser in) {
        this.file = file;
        this.in = in;
    }

    static String textOf(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("plan " + file + " is not there, expected a YAML file");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserError("plan " + file + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw new UserError("plan " + file + " cannot be read: " + FileFailures.of(e), e);
        }
    }

    static PlanNode read(String file, String text) {
        try (JsonParser in = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            PlanNodes nodes = new PlanNodes(file, in);
            if (in.nextToken() == null) {
                throw new UserError(file + " is empty, expected a plan");
            }
            PlanNode root = nodes.node("");
            if (in.nextToken() != null) {
                throw new UserError(
                        file + ", line " + nodes.line() + ": a second document, expected one plan per file");
            }
            return root;
        } catch (JacksonException e) {
            throw notYaml(file, e);
        }
    }

    /**
     * Reports the last place in the message: the parser names the start of a construct first, then the error itself.
     */
    private static UserError notYaml(String file, JacksonException e) {
        String place = PLACE.matcher(e.getOriginalMessage())
                .results()
                .map(MatchResult::group)
                .reduce((first, last) -> last)
                .orElseGet(() ->
                        "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        return new UserError(file + ", " + place + ": not YAML: " + problem(e), e);
    }

    /** Returns the last line of the message that does not quote the file, in a reader's words instead of a parser's. */
    private static String problem(JacksonException e) {
        String problem = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .reduce((first, last) -> last)
                .orElse("it cannot be read");
        for (Map.Entry<String, String> word : PLAIN.entrySet()) {
            problem = problem.replaceAll(word.getKey(), word.getValue());
        }
        return problem;
    }

    private PlanNode node(String place) {
        int line = line();
        JsonToken token = in.currentToken();
        String written = token.isNumeric() ? in.getString() : "";
        Object value = switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> token == JsonToken.VALUE_TRUE;
            default -> null;
        };
        return new PlanNode(file, place, line, value, written);
    }

    private Object whole() {
        return switch (in.getNumberType()) {
            case INT, LONG -> (Object) in.getLongValue();
            default -> (Object) in.getDoubleValue();
        };
    }

    private Map<String, PlanNode> mapping(String place) {
        Map<String, PlanNode> values = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            int line = line();
            in.nextToken();
            PlanNode node = node(place.isEmpty() ? key : place + "." + key);
            if (values.put(key, node.at(line)) != null) {
                throw new UserError(file + ", line " + line + ", " + node.place() + ": this key is given twice");
            }
        }
        return values;
    }

    private List<PlanNode> sequence(String place) {
        List<PlanNode> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(place + "[" + elements.size() + "]"));
        }
        return elements;
    }

    private int line() {
        return in.currentTokenLocation().getLineNr();
    }
}
