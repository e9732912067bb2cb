package app.ascent.record.page;

import app.ascent.record.FieldWords;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.web.Texts;
import org.springframework.stereotype.Component;

/** What a field and its values are called: by the words of its kind, else by those of all records: {@code record}. */
@Component
public class FieldLabels {

    private final Texts texts;

    public FieldLabels(Texts texts) {
        this.texts = texts;
    }

    public String of(Fields<?> fields, Field field) {
        return of(fields.kind(), field.subject());
    }

    /** A value that is one of a list, in words; others are their own word. */
    public String value(Fields<?> fields, Field field, String value) {
        return field.type().isEnum() ? of(fields.kind(), field.name() + "." + value, value) : value;
    }

    String of(String kind, String name) {
        return of(kind, name, name);
    }

    private String of(String kind, String name, String words) {
        return texts.sayOr(kind + "." + name, texts.sayOr("record." + name, FieldWords.of(words)));
    }
}
