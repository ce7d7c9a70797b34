package org.longspan.harness.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.longspan.harness.method.MethodList;
import org.longspan.harness.record.Choice;
import org.longspan.numerics.catalogue.Entry;
import org.longspan.numerics.catalogue.Setting;
import org.longspan.numerics.catalogue.Settings;

/** Reads method choices from a plan: {@code adam} or {@code {name: adam, beta2: 0.99}}. */
final class Methods {

    private static final String NAME = "name";

    private Methods() {}

    /**
     * Returns the choices in a list, with the given settings only. A missing list or the word {@code all} means every
     * entry. As an element of a list, {@code all} means every entry that the list does not name.
     */
    static List<Choice> list(PlanNode node, String kind, MethodList<?> methods, PlanErrors errors) {
        NamedList<Choice> list = new NamedList<>(
                kind, methods.names(), Choice::name, Methods::plain, element -> given(element, kind, methods, errors));
        return node == null ? list.all() : list.read(node, errors);
    }

    private static Choice plain(String name) {
        return new Choice(name, Settings.NONE);
    }

    /** Returns the names that a list spells out; none if it is missing or the word {@code all}. */
    static List<String> named(PlanNode node) {
        if (node == null || node.isWord()) {
            return List.of();
        }
        return node.elements().stream()
                .filter(element -> !NamedList.ALL.equals(element.value()))
                .map(element ->
                        element.isMapping() ? element.mapping().get(NAME).written() : element.written())
                .toList();
    }

    /**
     * Returns one or several choices with complete settings, the one that others are compared with first; a missing node
     * means the first entry alone.
     */
    static List<Choice> axis(PlanNode node, String kind, MethodList<?> methods, PlanErrors errors) {
        if (node == null || !node.isList() && !NamedList.ALL.equals(node.value())) {
            return List.of(complete(node, kind, methods, errors));
        }
        return list(node, kind, methods, errors).stream()
                .map(choice -> complete(choice, methods))
                .toList();
    }

    /** Returns a single choice with complete settings; a missing node means the first entry. */
    static Choice complete(PlanNode node, String kind, MethodList<?> methods, PlanErrors errors) {
        Choice given = node == null ? plain(methods.entries().get(0).name()) : given(node, kind, methods, errors);
        return complete(given, methods);
    }

    private static Choice complete(Choice given, MethodList<?> methods) {
        return new Choice(given.name(), methods.named(given.name()).complete(given.settings()));
    }

    private static Choice given(PlanNode node, String kind, MethodList<?> methods, PlanErrors errors) {
        List<String> names = methods.names();
        if (!node.isMapping()) {
            return plain(node.oneOf(kind(kind, methods), names));
        }
        PlanNode name = node.mapping().get(NAME);
        if (name == null) {
            throw node.wrong("a key " + NAME + " is missing, expected one of " + String.join(", ", names));
        }
        Entry<?> entry = methods.named(name.oneOf(kind(kind, methods), names));
        Optional<Settings> settings = errors.in(() -> settings(node, List.of(NAME), entry.settings(), errors));
        settings.ifPresent(valid -> requireTogether(node, entry, valid));
        return new Choice(entry.name(), settings.orElse(Settings.NONE));
    }

    /** Returns what a name of that list is the name of, for messages. */
    static Kind kind(String kind, MethodList<?> methods) {
        return methods.origins().isEmpty() ? Kind.ofJars(kind, "--methods") : Kind.of(kind);
    }

    /** Creates the method, because only the method itself can refuse a combination of valid settings. */
    private static void requireTogether(PlanNode node, Entry<?> entry, Settings settings) {
        try {
            entry.create(settings);
        } catch (IllegalArgumentException e) {
            throw node.wrong(entry.name() + ": " + e.getMessage());
        }
    }

    /** Returns the checked settings in {@code node}; {@code others} are its other valid keys. */
    static Settings settings(PlanNode node, List<String> others, List<Setting> settings, PlanErrors errors) {
        List<String> known = new ArrayList<>(others);
        settings.forEach(setting -> known.add(setting.name()));
        Map<String, PlanNode> given = node.mapping(known, errors);
        Map<String, Object> values = new TreeMap<>();
        for (Setting setting : settings) {
            PlanNode value = given.get(setting.name());
            if (value != null) {
                errors.check(() -> values.put(setting.name(), checked(setting, value)));
            }
        }
        return new Settings(values);
    }

    private static Object checked(Setting setting, PlanNode node) {
        try {
            return setting.check(node.setting());
        } catch (IllegalArgumentException e) {
            if (setting instanceof Setting.Number number) {
                throw node.expectedNumber(number.expectation());
            }
            throw node.wrong(e.getMessage());
        }
    }
}
