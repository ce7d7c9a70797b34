package org.longspan.harness.claim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.longspan.harness.plan.Plan;
import org.longspan.harness.plan.PlanErrors;
import org.longspan.harness.plan.PlanNode;
import org.longspan.harness.plan.PlanNodes;
import org.longspan.harness.plan.PlanText;
import org.longspan.harness.record.claim.Claim;
import org.longspan.harness.record.claim.Claim.Part;
import org.longspan.harness.record.claim.Comparison;
import org.longspan.harness.record.claim.Expectation;
import org.longspan.harness.record.claim.Quantity;
import org.longspan.harness.refusal.UserError;

/**
 * Reads a claim and checks it against the plans that it names: what it compares must be in them, and the probes that it
 * reads must be asked for. A claim with several errors is told all of them.
 */
public final class ClaimReader {

    private static final List<String> OF_A_PART = List.of("plan", "compare", "endpoint", "expect", "margin");
    private static final String PARTS = "parts";
    private static final String ASIDE = "aside";
    private static final String SAYS = "says";
    private static final String NOTE = "note";
    private static final String CHECKED = "checked";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 1000;

    private final Function<String, Plan> plans;
    private final Map<String, PlanCells> known = new HashMap<>(); // never iterated

    /**
     * Creates a reader.
     *
     * @param plans finds the plan of that path or name; throws a {@link UserError} if there is none
     */
    public ClaimReader(Function<String, Plan> plans) {
        this.plans = plans;
    }

    /**
     * Returns the claim in a file.
     *
     * @throws UserError with the file, line, place, value and expectation of each error
     */
    public Claim read(Path file) {
        return read(file.toString(), PlanText.of("claim", file));
    }

    /** Returns the claim in {@code text}; messages name it {@code file}. */
    public Claim read(String file, String text) {
        PlanErrors errors = new PlanErrors("claim");
        Optional<Claim> claim = errors.in(() -> claim(file, text, errors));
        errors.requireNone();
        return claim.orElseThrow();
    }

    private Claim claim(String file, String text, PlanErrors errors) {
        PlanNode root = PlanNodes.read(file, text, errors);
        errors.requireNone(); // of a key that is given twice, neither value can be checked
        List<String> keys = new ArrayList<>(List.of("id", SAYS, "source", NOTE, CHECKED, PARTS));
        keys.addAll(OF_A_PART);
        Map<String, PlanNode> values = root.mapping(keys, errors);
        Optional<String> id = errors.in(() -> id(root.required("id")));
        Optional<String> says = errors.in(() -> line(root.required(SAYS)));
        Optional<String> source = errors.in(() -> line(root.required("source")));
        Optional<String> note = optionalLine(values.get(NOTE), errors);
        Optional<String> checked = optionalLine(values.get(CHECKED), errors);
        Optional<List<Part>> parts = errors.in(() -> parts(root, values, says.orElse(""), errors));
        errors.requireNone();
        return new Claim(
                id.orElseThrow(),
                says.orElseThrow(),
                source.orElseThrow(),
                note.orElseThrow(),
                checked.orElseThrow(),
                parts.orElseThrow());
    }

    private static Optional<String> optionalLine(PlanNode node, PlanErrors errors) {
        return node == null ? Optional.of("") : errors.in(() -> line(node));
    }

    private static String id(PlanNode node) {
        String what =
                "at most " + LONGEST_ID + " letters from a to z, digits, dots and hyphens, a letter or digit first";
        String id = node.word(what);
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            throw node.expected(what);
        }
        return id;
    }

    private static String line(PlanNode node) {
        String what = "a text of 1 to " + LONGEST_TEXT + " characters";
        String text = node.word(what).strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw node.expected(what);
        }
        return text;
    }

    /** A claim without parts is its only part. What parts do not say, the claim says for all of them. */
    private List<Part> parts(PlanNode root, Map<String, PlanNode> values, String says, PlanErrors errors) {
        Map<String, PlanNode> ofAll = new LinkedHashMap<>();
        OF_A_PART.stream().filter(values::containsKey).forEach(key -> ofAll.put(key, values.get(key)));
        PlanNode list = values.get(PARTS);
        if (list == null) {
            return part(root, ofAll, says, errors).stream().toList();
        }
        List<Part> parts = new ArrayList<>();
        for (PlanNode element : list.elements()) {
            errors.check(() -> {
                List<String> keys = new ArrayList<>(OF_A_PART);
                keys.addAll(List.of(SAYS, ASIDE));
                Map<String, PlanNode> all = new LinkedHashMap<>(ofAll);
                all.putAll(element.mapping(keys, errors));
                part(element, all, line(element.required(SAYS)), errors).ifPresent(parts::add);
            });
        }
        if (!parts.isEmpty() && parts.stream().allMatch(Part::aside)) {
            throw list.wrong("all parts are aside, expected one that decides");
        }
        return parts;
    }

    /** Returns the part; empty if there are errors in it. */
    private Optional<Part> part(PlanNode at, Map<String, PlanNode> values, String says, PlanErrors errors) {
        PlanCells cells = cells(required(at, values, "plan"));
        ComparisonReader comparisons = new ComparisonReader(cells, this::cells, errors);
        Optional<Comparison> compare = errors.in(() -> comparisons.read(required(at, values, "compare")))
                .flatMap(found -> found);
        Optional<Quantity> endpoint = errors.in(() -> new QuantityReader(cells).read(required(at, values, "endpoint")));
        PlanNode expect = required(at, values, "expect");
        if (compare.isEmpty() || endpoint.isEmpty()) {
            return Optional.empty();
        }
        Expectation expectation =
                new ExpectationReader(errors).read(expect, values.get("margin"), compare.get(), endpoint.get());
        return Optional.of(new Part(says, compare.get(), endpoint.get(), expectation, aside(values.get(ASIDE))));
    }

    private static boolean aside(PlanNode node) {
        if (node == null || node.value() instanceof Boolean) {
            return node != null && (Boolean) node.value();
        }
        throw node.expected("true or false");
    }

    private static PlanNode required(PlanNode at, Map<String, PlanNode> values, String key) {
        PlanNode node = values.get(key);
        return node == null ? at.required(key) : node;
    }

    private PlanCells cells(PlanNode node) {
        String file = node.word("the path or name of a plan");
        PlanCells found = known.get(file);
        if (found == null) {
            found = PlanCells.of(file, plan(node, file));
            known.put(file, found);
        }
        return found;
    }

    /** A plan with errors tells them itself. */
    private Plan plan(PlanNode node, String file) {
        try {
            return plans.apply(file);
        } catch (UserError e) {
            if (e.sentences().size() == 1 && !e.getMessage().contains(", line ")) {
                throw node.wrong(e.getMessage(), e);
            }
            throw e;
        }
    }
}
