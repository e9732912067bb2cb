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
    private final Map<String, List<Map<String, ?>>> objects;

    private Entered(Map<String, String> texts, Set<String> shapeless, Map<String, List<Map<String, ?>>> objects) {
        this.texts = Map.copyOf(texts);
        this.shapeless = Set.copyOf(shapeless);
        this.objects = Map.copyOf(objects);
    }

    private Entered(Map<String, String> texts) {
        this(texts, Set.of(), Map.of());
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

    /** Programs send what they read, with objects among it that no field is made of, unless it is a list of them ({@link #lined}). */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Entered json(Map<String, @Nullable Object> json) {
        Map<String, String> texts = new HashMap<>();
        Set<String> shapeless = new HashSet<>();
        Map<String, List<Map<String, ?>>> objects = new HashMap<>();
        json.forEach((name, value) -> {
            if (holdsObjects(value)) {
                shapeless.add(name);
                objects(value).ifPresent(some -> objects.put(name, some));
            } else if (value != null) {
                texts.put(name, text(value));
            }
        });
        return new Entered(texts, shapeless, objects);
    }

    @SuppressWarnings("unchecked") // a program's objects have names
    private static Optional<List<Map<String, ?>>> objects(@Nullable Object value) {
        return value instanceof Collection<?> list && list.stream().allMatch(each -> each instanceof Map)
                ? Optional.of(list.stream()
                        .<Map<String, ?>>map(each -> (Map<String, ?>) each)
                        .toList())
                : Optional.empty();
    }

    /** With one a line of a list of objects, as a list is a text like any other, if all of them are of the kind. */
    Entered lined(String field, Lined.Lines<?> lines) {
        List<Map<String, ?>> list = objects.get(field);
        List<Optional<String>> said = list == null
                ? List.of(Optional.empty())
                : list.stream().map(lines::said).toList();
        if (!said.stream().allMatch(Optional::isPresent)) {
            return this;
        }
        Set<String> others = new HashSet<>(shapeless);
        others.remove(field);
        return new Entered(texts, others, Map.of())
                .with(field, said.stream().flatMap(Optional::stream).toList());
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
            case Lined lined -> lined.line();
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
        return new Entered(texts, shapeless, objects);
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
