package app.ascent.record.page;

import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordNames;
import app.ascent.record.field.Ids;
import app.ascent.record.field.Person;
import app.ascent.web.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names kinds, fields and values as the pages do. A label's key is that of its kind, or of all records: {@code record}. */
@Component
public class RecordWords {

    private final Texts texts;
    private final FieldLabels labels;
    private final RecordNames names;
    private final ProblemWords problems;
    private final CurrentUser currentUser;

    RecordWords(Texts texts, FieldLabels labels, RecordNames names, ProblemWords problems, CurrentUser currentUser) {
        this.texts = texts;
        this.labels = labels;
        this.names = names;
        this.problems = problems;
        this.currentUser = currentUser;
    }

    public String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** What people are told when something was refused. */
    public ProblemWords problems() {
        return problems;
    }

    /** Values of a field that is chosen from a list, with their labels. */
    public Map<String, String> choices(String kind, String field, Enum<?>... constants) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Enum<?> constant : constants) {
            choices.put(constant.name(), labels.of(kind, field + "." + constant.name()));
        }
        return choices;
    }

    /** @param inputs of a form, with the types of what is entered there */
    Clashes.Words of(String kind, Map<String, Class<?>> inputs) {
        return new Clashes.Words() {
            @Override
            public String label(String input) {
                return labels.of(kind, type(input).isRecord() ? subject(input) : input);
            }

            @Override
            public String value(String input, String value) {
                if (value.isEmpty()) {
                    return say("form.clash.nothing");
                }
                Class<?> type = type(input);
                if (type.isRecord()) {
                    return named(type, value);
                }
                if (type == boolean.class) {
                    return say(value.equals("true") ? "record.yes" : "record.no");
                }
                if (type == List.class) {
                    return people(value);
                }
                return type.isEnum() ? labels.of(kind, input + "." + value) : value;
            }

            private Class<?> type(String input) {
                return inputs.getOrDefault(input, String.class);
            }
        };
    }

    /** One record, or several. */
    private String named(Class<?> type, String value) {
        List<Object> ids = new ArrayList<>();
        String[] texts = value.split("\\s+");
        for (String text : texts) {
            Object id = Ids.parsed(type, text);
            if (id != null) {
                ids.add(id);
            }
        }
        Map<Object, String> called = names.of(currentUser.organization(), ids);
        List<String> named = new ArrayList<>(
                ids.stream().map(called::get).filter(Objects::nonNull).toList());
        if (named.size() < texts.length) {
            named.add(say("form.clash.unknown"));
        }
        return String.join(", ", named);
    }

    /** Texts, one a line, of which some may stand for users. */
    private String people(String lines) {
        List<Person> people = lines.lines().map(Person::of).toList();
        Map<Object, String> called = names.of(
                currentUser.organization(),
                people.stream().map(Person::userId).filter(Objects::nonNull).toList());
        return people.stream()
                .map(person -> Objects.requireNonNullElseGet(
                        person.name(), () -> called.getOrDefault(person.userId(), say("form.clash.unknown"))))
                .collect(Collectors.joining(", "));
    }

    private static String subject(String input) {
        return input.endsWith("Id") ? input.substring(0, input.length() - 2) : input;
    }
}
