package org.longspan.harness.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.longspan.harness.record.ProbeChoice;
import org.longspan.harness.record.Rules;
import org.longspan.probes.Probes;

/** Reads which probes a plan asks for: {@code lyapunov} or {@code {name: lyapunov, at: [0, end], blocks: 8}}. */
final class PlanProbes {

    static final String KEY = "probes";

    /** The moments of a probe where a plan gives none; one that watches the whole run has its end alone. */
    static final List<String> MOMENTS = List.of("0", ProbeChoice.SOLVED, ProbeChoice.END);

    private static final List<String> END_ALONE = List.of(ProbeChoice.END);
    private static final List<String> WORDS = List.of(ProbeChoice.SOLVED, ProbeChoice.END);
    private static final String NAME = "name";
    private static final String AT = "at";
    private static final String BLOCKS = "blocks";
    private static final Kind KIND = Kind.of("probe");

    private final long updates;
    private final int blocks;
    private final PlanErrors errors;

    /**
     * Creates a reader.
     *
     * @param rules of the plan; empty if they have errors, and then any update may be a moment
     * @param tier of the plan; empty if it has errors
     */
    PlanProbes(Optional<Rules> rules, Optional<Tier> tier, PlanErrors errors) {
        this.updates = rules.map(known -> known.budget().updates()).orElse((long) Limits.UPDATES);
        this.blocks = tier.map(Tier::controlBlocks).orElse(Limits.BLOCKS);
        this.errors = errors;
    }

    /** Returns the probes that the key asks for; none if it is missing. */
    List<ProbeChoice> read(PlanNode node) {
        return node == null
                ? List.of()
                : new NamedList<>(KIND.name(), Probes.names(), ProbeChoice::name, PlanProbes::plain, this::given)
                        .read(node, errors);
    }

    private static ProbeChoice plain(String name) {
        return new ProbeChoice(name, Probes.watchesARun(name) ? END_ALONE : MOMENTS, 1);
    }

    private ProbeChoice given(PlanNode node) {
        if (!node.isMapping()) {
            return plain(node.oneOf(KIND, Probes.names()));
        }
        Map<String, PlanNode> values = node.mapping(List.of(NAME, AT, BLOCKS), errors);
        ProbeChoice plain = plain(node.required(NAME).oneOf(KIND, Probes.names()));
        PlanNode at = values.get(AT);
        return new ProbeChoice(
                plain.name(),
                at == null
                        ? plain.at()
                        : errors.in(() -> moments(at, plain.name())).orElse(plain.at()),
                blocks(values.get(BLOCKS)));
    }

    private List<String> moments(PlanNode node, String probe) {
        Set<String> moments = new LinkedHashSet<>();
        for (PlanNode element : node.elements()) {
            errors.check(() -> {
                String moment = Probes.watchesARun(probe) ? end(element, probe) : moment(element);
                if (!moments.add(moment)) {
                    throw element.wrong(moment + " is given twice, expected every moment once");
                }
            });
        }
        return List.copyOf(moments);
    }

    private static String end(PlanNode node, String probe) {
        if (!ProbeChoice.END.equals(node.value())) {
            throw node.expected("end alone: " + probe + " watches the whole run and tells at its end what it saw");
        }
        return ProbeChoice.END;
    }

    private String moment(PlanNode node) {
        if (WORDS.contains(node.written()) && node.isWord()) {
            return node.written();
        }
        return Long.toString(node.whole(
                0,
                updates,
                "a whole number of updates from 0 to " + updates + ", the most that a trial makes, or the word "
                        + String.join(" or ", WORDS)));
    }

    /** Every clipping has a run in some of the blocks of the control, and the control in all of them. */
    private int blocks(PlanNode node) {
        if (node == null) {
            return 1;
        }
        return errors.in(() -> {
                    int given = node.count(Limits.BLOCKS);
                    if (given > blocks) {
                        throw node.expected("at most " + blocks + ", the blocks of the plan");
                    }
                    return given;
                })
                .orElse(1);
    }
}
