package app.ascent.record.field;

import app.ascent.text.Text;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered for a record, in a form or by the API, not yet checked: texts by the names of fields, so that what
 * cannot be accepted can be shown again beside its reason. A list is a text with a line for each. What was not said, or
 * left blank, is absent; whoever edits says it all.
 */
public final class Entered {

    /** Of the record when it was read; absent means that changes of others meanwhile do not matter. */
    public static final String VERSION = "version";

    private final Map<String, String> texts;
    private final Set<String> shapeless;

    private Entered(Map<String, String> texts, Set<String> shapeless) {
        this.texts = Map.copyOf(texts);
        this.shapeless = Set.copyOf(shapeless);
    }

    private Entered(Map<String, String> texts) {
        this(texts, Set.of());
    }

    public static Entered nothing() {
        return new Entered(Map.of());
    }

    /** A box that is not ticked is sent by no browser; the hidden field behind it tells that it was there. */
    public static Entered form(Map<String, ? extends List<String>> parameters) {
        Map<String, String> texts = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                texts.put(name, values.getFirst());
            } else if (!parameters.containsKey(name.substring(1))) {
                texts.put(name.substring(1), "false");
            }
        });
        return new Entered(texts);
    }

    /** Programs send what they read, with objects among it that no field is made of, unless they are people. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Entered json(Map<String, @Nullable Object> json) {
        Map<String, String> texts = new HashMap<>();
        Set<String> shapeless = new HashSet<>();
        json.forEach((name, value) -> {
            if (holdsObjects(value)) {
                shapeless.add(name);
                people(value).ifPresent(lines -> texts.put(name, lines));
            } else if (value != null) {
                texts.put(name, text(value));
            }
        });
        return new Entered(texts, shapeless);
    }

    /** One a line, so that a list of them is a text like any other; absent where other objects are among them. */
    private static Optional<String> people(@Nullable Object value) {
        if (!(value instanceof Collection<?> list && list.stream().allMatch(Entered::isPerson))) {
            return Optional.empty();
        }
        return Optional.of(list.stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> each.get("userId") == null ? "name:" + each.get("name") : "user:" + each.get("userId"))
                .map(line -> line.replaceAll("\\R", " "))
                .collect(Collectors.joining("\n")));
    }

    private static boolean isPerson(@Nullable Object element) {
        return element instanceof Map<?, ?> person
                && List.of("userId", "name").containsAll(person.keySet())
                && person.values().stream().allMatch(each -> each == null || each instanceof String)
                && person.values().stream().anyMatch(Objects::nonNull);
    }

    private static boolean holdsObjects(@Nullable Object value) {
        return value instanceof Map
                || value instanceof Collection<?> list && list.stream().anyMatch(Entered::isNested);
    }

    private static boolean isNested(@Nullable Object element) {
        return element instanceof Map || element instanceof Collection;
    }

    /** The fields as they are, for a form to start from. */
    public static <F extends Record> Entered of(Fields<F> fields, F present) {
        Map<String, String> texts = new HashMap<>();
        fields.entered().forEach(field -> {
            Object value = field.of(present);
            if (value != null) {
                texts.put(field.name(), text(value));
            }
        });
        return new Entered(texts);
    }

    /** What a new record begins with. */
    public static Entered fresh(Fields<?> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.entered().forEach(field -> {
            if (field.otherwise() != null) {
                texts.put(field.name(), field.otherwise());
            } else if (field.type() == boolean.class) {
                texts.put(field.name(), "false");
            }
        });
        return new Entered(texts);
    }

    private static String text(Object value) {
        return switch (value) {
            case Collection<?> list ->
                list.stream().filter(Objects::nonNull).map(Entered::text).collect(Collectors.joining("\n"));
            case Enum<?> constant -> constant.name();
            case Person person -> person.line();
            // Jackson's, of a number that no exponent was written in.
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            default -> value.toString();
        };
    }

    public Entered with(String field, @Nullable Object value) {
        Map<String, String> texts = new HashMap<>(this.texts);
        if (value == null) {
            texts.remove(field);
        } else {
            texts.put(field, text(value));
        }
        return new Entered(texts, shapeless);
    }

    /** Whether something stands there of which no field is made, such as an object. */
    boolean isShapeless(String field) {
        return shapeless.contains(field);
    }

    /** Whether the record has changed since somebody read it to enter this. */
    public boolean isOlderThan(long version) {
        String read = text(VERSION);
        return read != null && !read.equals(Long.toString(version));
    }

    /** Whether the field was part of the form, or of what a program sent. */
    public boolean has(String field) {
        return texts.containsKey(field);
    }

    public boolean isYes(String field) {
        return "true".equals(text(field)) || "on".equals(text(field));
    }

    /** As it was typed. */
    public @Nullable String raw(String field) {
        return texts.get(field);
    }

    /** Cleaned; null for a blank. */
    public @Nullable String text(String field) {
        return Text.clean(texts.get(field));
    }

    /** Whether it says the same of a field: browsers write line ends their own way. */
    public boolean agrees(String field, Entered other) {
        return comparable(field).equals(other.comparable(field));
    }

    public String comparable(String field) {
        return texts.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    public Map<String, String> texts() {
        return texts;
    }
}
