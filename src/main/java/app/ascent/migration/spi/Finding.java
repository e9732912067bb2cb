package app.ascent.migration.spi;

import org.jspecify.annotations.Nullable;

/**
 * One remark about one record.
 *
 * @param field the source's name of the field in question
 * @param value what the source has there, as text
 * @param label what the source calls that value
 * @param usedInstead what was written in its place
 * @param detail a plain sentence where the reason alone does not say enough
 * @param parent the record this one waits for, when it was left out for the want of it
 * @param beside where people are told of a record that did not come; null where that is for the report alone
 */
public record Finding(
        Reason reason,
        @Nullable String field,
        @Nullable String value,
        @Nullable String label,
        @Nullable String usedInstead,
        @Nullable String detail,
        @Nullable SourceRef parent,
        @Nullable Beside beside) {

    /** Of a record that waits for no other. */
    public Finding(
            Reason reason,
            @Nullable String field,
            @Nullable String value,
            @Nullable String label,
            @Nullable String usedInstead,
            @Nullable String detail) {
        this(reason, field, value, label, usedInstead, detail, null, null);
    }

    public static Finding of(Reason reason, String field, @Nullable String value) {
        return new Finding(reason, field, value, null, null, null);
    }

    /** Of a record that is left out until its parent is in Ascent. */
    public static Finding parentMissing(String field, SourceRef parent) {
        return new Finding(Reason.PARENT_NOT_IMPORTED, field, parent.id().toString(), null, null, null, parent, null);
    }

    public static Finding unknownValue(
            String field, @Nullable String value, @Nullable String label, @Nullable String usedInstead) {
        return new Finding(Reason.UNKNOWN_VALUE, field, value, label, usedInstead, null);
    }

    public Finding saying(String sentence) {
        return new Finding(reason, field, value, label, usedInstead, sentence, parent, beside);
    }

    public Finding beside(Beside place) {
        return new Finding(reason, field, value, label, usedInstead, detail, parent, place);
    }
}
