package app.ascent.journey;

import app.ascent.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people call the kinds of records. A kind the bundle does not know yet shows the API's name. */
@Component
public class RecordTypes {

    private final Texts texts;

    public RecordTypes(Texts texts) {
        this.texts = texts;
    }

    /** {@code Companies}. */
    public String plural(String entity) {
        return texts.sayOr("entity." + entity, entity);
    }

    /** {@code Company}. */
    public String singular(String entity) {
        return texts.sayOr("entity." + entity + ".one", entity);
    }

    /** {@code company}, within a sentence. */
    public String oneInText(String entity) {
        return singular(entity).toLowerCase(Locale.ENGLISH);
    }

    /** {@code client}, within a sentence: what a company becomes. */
    public String targetInText(String entity) {
        return texts.sayOr("entity." + entity + ".target.one", oneInText(entity));
    }

    /** {@code Open client}. */
    public String open(String entity) {
        return texts.sayOr("entity." + entity + ".open", texts.say("record.open"));
    }

    public String icon(String entity) {
        return texts.sayOr("entity." + entity + ".icon", "file-text");
    }

    /** {@code companies}, within a sentence. */
    public String inText(String entity) {
        return texts.sayOr("entity." + entity + ".lower", entity);
    }

    /** {@code to clients}. */
    public String into(String entity) {
        return texts.sayOr("entity." + entity + ".into", "");
    }

    /** {@code Clients}. */
    public String target(String entity) {
        return texts.sayOr("entity." + entity + ".target", entity);
    }

    /** {@code 1 company}, {@code 48,213 contacts}. */
    public String count(String entity, long count) {
        return texts.sayOr("entity." + entity + ".count", count + " " + entity, count);
    }

    /** {@code 1 company, 11 contacts}. */
    public String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> count(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code companies and contacts}. */
    public String list(List<String> entities) {
        List<String> words = entities.stream().map(this::inText).toList();
        return words.size() < 2
                ? String.join("", words)
                : texts.say("list.and", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    /** Autotask's field in words, or its name. */
    public String field(String entity, String field) {
        return texts.sayOr("source." + entity + "." + field, field);
    }

    /** A value of Ascent in words: {@code CUSTOMER} is Customer. */
    public String value(String value) {
        return texts.sayOr("value." + value, value);
    }
}
