package app.ascent.autotask.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What records are to be like, in Autotask's own grammar. There is no operator here that Autotask does not know: it passes
 * over those without a word, and answers with everything.
 */
public sealed interface Condition {

    /** Conditions joined by or, and values of a list, that a query may have. */
    int MOST = 500;

    enum Comparison {
        EQ,
        NOTEQ,
        GT,
        GTE,
        LT,
        LTE;

        private String op() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param value a number, a text, a truth value, or a moment as text */
    record Compared(Comparison comparison, String field, Object value) implements Condition {

        @Override
        public Map<String, Object> json() {
            return said(comparison.op(), "field", field, "value", value);
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    /** Whether a field has any value. */
    record Present(String field, boolean present) implements Condition {

        @Override
        public Map<String, Object> json() {
            return said(present ? "exist" : "notExist", "field", field);
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    record Among(String field, List<?> values) implements Condition {

        public Among {
            refuseMany(values);
            values = List.copyOf(values);
        }

        @Override
        public Map<String, Object> json() {
            return said("in", "field", field, "value", values);
        }

        @Override
        public Stream<String> fields() {
            return Stream.of(field);
        }
    }

    /** @param all whether every one must hold, or one of them */
    record Group(boolean all, List<Condition> items) implements Condition {

        public Group {
            refuseMany(items);
            items = List.copyOf(items);
        }

        @Override
        public Map<String, Object> json() {
            return said(
                    all ? "and" : "or",
                    "items",
                    items.stream().map(Condition::json).toList());
        }

        @Override
        public Stream<String> fields() {
            return items.stream().flatMap(Condition::fields);
        }
    }

    static Condition eq(String field, Object value) {
        return new Compared(Comparison.EQ, field, value);
    }

    static Condition gte(String field, Object value) {
        return new Compared(Comparison.GTE, field, value);
    }

    static Condition lte(String field, Object value) {
        return new Compared(Comparison.LTE, field, value);
    }

    static Condition gt(String field, Object value) {
        return new Compared(Comparison.GT, field, value);
    }

    static Condition in(String field, List<?> values) {
        return new Among(field, values);
    }

    static Condition missing(String field) {
        return new Present(field, false);
    }

    static Condition any(Condition... items) {
        return new Group(false, List.of(items));
    }

    /** As a query says it. */
    Map<String, Object> json();

    /** The fields it asks about. */
    Stream<String> fields();

    private static void refuseMany(List<?> items) {
        if (items.isEmpty() || items.size() > MOST) {
            throw new IllegalArgumentException("A query names 1 to 500 of these, not " + items.size());
        }
    }

    private static Map<String, Object> said(String op, Object... more) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("op", op);
        for (int i = 0; i < more.length; i += 2) {
            json.put(String.valueOf(more[i]), more[i + 1]);
        }
        return json;
    }
}
