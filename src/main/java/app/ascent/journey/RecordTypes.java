package app.ascent.journey;

import app.ascent.importing.AutotaskEntities;
import app.ascent.importing.SourceWords;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.SourceId;
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
    private final AutotaskEntities entities;

    public RecordTypes(Texts texts, AutotaskEntities entities) {
        this.texts = texts;
        this.entities = entities;
    }

    /** The kind that a type belongs to. */
    public String kind(String entity) {
        return entities.kindOf(entity);
    }

    /** The kinds that an import takes. */
    public List<String> taken(Scope scope) {
        return entities.within(scope).all().stream()
                .map(entity -> entity.kind().name())
                .distinct()
                .toList();
    }

    /** Whether there are other types of its kind. */
    public boolean isPart(String entity) {
        return entities.isParted(kind(entity));
    }

    /** A type among the others of its kind: {@code The contracts themselves}, {@code Contract lines}. */
    public String part(String entity) {
        return texts.sayOr("entity." + entity + ".part", plural(entity));
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

    /** What so many records are in Ascent: {@code 3 clients}. */
    public String kept(String entity, long count) {
        return texts.sayOr("entity." + entity + ".kept", count(entity, count), count);
    }

    /** What a record is called by its number: {@code 51}, and where several entities make one type {@code 51, contract service}. */
    public String id(SourceId id) {
        return SourceWords.of(id, texts);
    }

    /** {@code companies and contacts}. */
    public String list(List<String> entities) {
        return sentence(entities.stream().map(this::inText).toList());
    }

    /** {@code clients and contacts}: what they become. */
    public String targets(List<String> entities) {
        return sentence(entities.stream()
                .map(entity -> target(entity).toLowerCase(Locale.ENGLISH))
                .toList());
    }

    /** {@code 1 client and 3 contacts}, of whatever stands there. */
    public String sentence(List<String> words) {
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
