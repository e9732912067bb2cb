package app.ascent.importing;

import app.ascent.importing.people.Person;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.migration.Reports.Decision;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.SourceId;
import app.ascent.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the audit log says of an import, in the words of the pages, since people read it there. */
@Component
class LogWords {

    private final Texts texts;
    private final Reasons reasons;

    LogWords(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /** @param record as the report listed it, or null where it did not */
    String triedAgain(String entity, SourceId id, @Nullable RecordView record) {
        String type = texts.sayOr("entity." + entity + ".one", entity);
        String name = record == null ? null : record.name();
        return name == null
                ? texts.say("log.retry.unnamed", type, SourceWords.of(id, texts))
                : texts.say("log.retry.one", type, name, SourceWords.of(id, texts));
    }

    String triedAgain(@Nullable String entity, String code) {
        String records = entity == null ? texts.say("log.retry.records") : texts.sayOr("entity." + entity, entity);
        return texts.say("log.retry.all", records, reasons.title(code));
    }

    /** @param target null when the value is left to Ascent again */
    String chosen(Decision value, @Nullable String target) {
        String field = reasons.field(value.entity(), value.field());
        String label = called(value);
        return target == null
                ? texts.say("log.value.left", field, label)
                : texts.say("log.value.becomes", field, label, texts.sayOr("value." + target, target));
    }

    private String called(Decision value) {
        if (value.value() == null) {
            return texts.say("value.none");
        }
        return value.unlabelled() ? texts.say("value.unlabelled", value.value()) : value.label();
    }

    /** @param who the member that a person of Autotask is, or null for whatever else was decided */
    String isWho(Person person, Target target, @Nullable String who) {
        return texts.say("log.person." + target, person.name(), who == null ? "" : who);
    }
}
