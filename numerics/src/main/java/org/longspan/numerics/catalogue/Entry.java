package org.longspan.numerics.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One method in a list such as {@code Optimizers.all()}: its name, equation, source and settings, and a factory.
 *
 * @param <T> the type of the method
 * @param name unique in its list, lower case with hyphens, as written in a plan
 * @param summary one sentence
 * @param equation the update or map in the letters of {@code docs/notation.md}
 * @param citation authors, year, title and place of the source
 * @param settings all settings of the method
 * @param specialCases names in this list that this entry reduces to at some value of its settings, such as {@code sgd}
 *     for momentum at 0; an arm that does worse than its special case is under-tuned, not worse
 * @param factory makes one from complete, valid settings; a {@link SecondForm} declares its kin
 */
public record Entry<T>(
        String name,
        String summary,
        String equation,
        String citation,
        List<Setting> settings,
        List<String> specialCases,
        Function<Settings, T> factory) {

    /** The name of an entry that stands for doing nothing, such as no clipping or no regularizer. */
    public static final String NONE = "none";

    public Entry {
        settings = List.copyOf(settings);
        specialCases = List.copyOf(specialCases);
    }

    /**
     * Returns {@code given} completed with the defaults.
     *
     * @throws IllegalArgumentException for an unknown name or an invalid value; the message says what is valid
     */
    public Settings complete(Settings given) {
        return complete(name, settings, given);
    }

    /**
     * The factory of a second form of another method in the list, such as momentum in the form of torch. The tuned
     * settings of both have the same names and ranges.
     *
     * @param kin the name of the other method
     * @param make makes one from complete, valid settings
     */
    public record SecondForm<T>(String kin, Function<Settings, T> make) implements Function<Settings, T> {

        @Override
        public T apply(Settings settings) {
            return make.apply(settings);
        }
    }

    /**
     * Returns the name that keys draws and data: that of the method of which this is a {@link SecondForm}, else the
     * entry's own. Both forms meet the same draws and data. Kin are declared, never inferred.
     */
    public String kin() {
        return factory instanceof SecondForm<T> form ? form.kin() : name;
    }

    /** Returns this entry, kin included, with another factory. */
    public Entry<T> with(Function<Settings, T> other) {
        Function<Settings, T> made =
                factory instanceof SecondForm<T> form ? new SecondForm<>(form.kin(), other) : other;
        return new Entry<>(name, summary, equation, citation, settings, specialCases, made);
    }

    /**
     * Returns the class whose source declares this entry: the top-level class that holds the factory's code. Virtual
     * machines make a lambda a nest mate of its class.
     */
    public Class<?> source() {
        Function<Settings, T> code = factory instanceof SecondForm<T> form ? form.make() : factory;
        return code.getClass().getNestHost();
    }

    /** Makes one from {@code given}, completed with the defaults. */
    public T create(Settings given) {
        return factory.apply(complete(given));
    }

    /**
     * Completes and checks the settings of any owner, such as a variant of a task. A setting that is silent at its
     * default is left out when it has that value, given or not, so that one method has one name.
     */
    public static Settings complete(String owner, List<Setting> settings, Settings given) {
        Map<String, Object> values = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        for (Setting setting : settings) {
            known.add(setting.name());
            Object value = checked(owner, setting, given);
            if (!setting.silentAtDefault() || !value.equals(setting.defaultValue())) {
                values.put(setting.name(), value);
            }
        }
        for (String key : given.values().keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(owner + ": unknown setting " + key + "; known: "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        return new Settings(values);
    }

    private static Object checked(String owner, Setting setting, Settings given) {
        try {
            return setting.check(given.values().getOrDefault(setting.name(), setting.defaultValue()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(owner + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the named entry.
     *
     * @param kind what the list contains, for the message, such as {@code optimizer}
     * @throws IllegalArgumentException if there is none; the message lists the known names
     */
    public static <T> Entry<T> find(String kind, List<Entry<T>> entries, String name) {
        for (Entry<T> entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("unknown " + kind + " " + name + "; known: "
                + String.join(", ", entries.stream().map(Entry::name).toList()));
    }
}
