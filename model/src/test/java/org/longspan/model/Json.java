package org.longspan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of the golden files: objects, arrays, strings without escapes, numbers. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    /** Returns all numbers of a nested array, in order. */
    static double[] numbers(Object nested) {
        List<Double> flat = new ArrayList<>();
        collect(nested, flat);
        return flat.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void collect(Object nested, List<Double> flat) {
        if (nested instanceof List<?> list) {
            list.forEach(e -> collect(e, flat));
        } else {
            flat.add((Double) nested);
        }
    }

    private char next() {
        while (" \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.charAt(at);
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            String name = string();
            expect(':');
            object.put(name, value());
            skipComma();
        }
        at++;
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (next() != ']') {
            array.add(value());
            skipComma();
        }
        at++;
        return array;
    }

    private String string() {
        expect('"');
        int end = text.indexOf('"', at);
        String string = text.substring(at, end);
        at = end + 1;
        return string;
    }

    private Double number() {
        int from = at;
        while ("+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at));
    }

    private void skipComma() {
        if (next() == ',') {
            at++;
        }
    }

    private void expect(char c) {
        if (next() != c) {
            throw new IllegalStateException("expected " + c + " at " + at);
        }
        at++;
    }
}
