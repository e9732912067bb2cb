package app.ascent.importing;

import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.Reason;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The plain title and sentence of each reason code, and the sentence that names a record's own case. */
@Component
public class Reasons {

    /** Autotask's name of the list of the fields that a tenant added; no picklist has a value there. */
    private static final String USER_DEFINED = "userDefinedFields";

    private static final String UNKNOWN = Reason.UNKNOWN_VALUE.code();

    /** Reasons that quote what came in the place of a value. */
    private static final Set<String> ODD = Set.of(Reason.SOURCE_ERROR.code(), Reason.UNKNOWN_VALUE.code());

    /** An object or a list, perhaps cut. */
    private static final Pattern NESTED = Pattern.compile("(?s)[{\\[].*");

    private final MessageSource messages;
    private final KnownReasons known;

    public Reasons(MessageSource messages, KnownReasons known) {
        this.messages = messages;
        this.known = known;
    }

    /** An unknown code shows its own words, never nothing. */
    public String title(String code) {
        String words = words(code);
        return Objects.requireNonNullElse(message("reason." + code + ".title", words), words);
    }

    private static String words(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * Whether something may have changed for records that were left out for it, so that people are offered to try them again
     * without a new run. What waits for its parent comes along with that one.
     */
    public boolean retryable(String code) {
        return known.find(code)
                .filter(reason -> !reason.equals(Reason.PARENT_NOT_IMPORTED))
                .filter(reason -> reason.retry() != Reason.Retry.NEVER)
                .isPresent();
    }

    /** Whether records have it because they are alike. */
    boolean compares(@Nullable String code) {
        return known.compares(code);
    }

    /** What happened, and what can be done about it where that is the same for all its records. */
    public String text(String code) {
        String advice = message("reason." + code + ".advice", null);
        return advice == null ? fact(code) : fact(code) + " " + advice;
    }

    /** What happened, without advice. */
    public String fact(String code) {
        String fallback = Objects.requireNonNullElse(message("reason.unknown.text", code), code);
        return Objects.requireNonNullElse(message("reason." + code + ".text", fallback), fallback);
    }

    /** What is to be said about a record: its own case where that can be named, else the sentence of the code. */
    public @Nullable String sentence(RecordView record) {
        String code = record.code();
        return ofCase(record).orElseGet(() -> code == null ? null : text(code));
    }

    /** The mapper's own sentence, or one made of field, value and what stands in Ascent instead. */
    public Optional<String> ofCase(RecordView record) {
        String detail = record.detail();
        if (detail != null && !detail.isBlank()) {
            return Optional.of(detail);
        }
        String field = record.field();
        if (record.code() == null || field == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(message(
                "case." + record.code() + kind(record),
                null,
                field(record.entity(), field),
                called(record),
                record.usedInstead() == null ? "" : value(record.usedInstead())));
    }

    /** Autotask's field in words, or its name. */
    public String field(String entity, String field) {
        return Objects.requireNonNullElse(message("source." + entity + "." + field, field), field);
    }

    /** Whether a value is an object or a list, which nobody reads. */
    public static boolean isNested(String value) {
        return NESTED.matcher(value).matches();
    }

    private String value(String value) {
        return Objects.requireNonNullElse(message("value." + value, value), value);
    }

    /** Of what is no single value people are told just that; it stands among the record's data. */
    private String called(RecordView record) {
        String label = record.label();
        String value = Objects.requireNonNullElse(record.value(), "");
        if (label != null && !label.isBlank()) {
            return label;
        }
        return ODD.contains(Objects.requireNonNullElse(record.code(), "")) && isNested(value) ? value("nested") : value;
    }

    /** Values that were replaced and values that stay though nobody can choose them any more are different things. */
    private String kind(RecordView record) {
        String used = record.usedInstead();
        String value = record.value();
        if (value == null) {
            return used == null ? ".empty" : ".missing";
        }
        if (used == null) {
            return value.matches("-?\\d+") && !USER_DEFINED.equals(record.field()) ? ".left" : ".odd";
        }
        String label = record.label();
        if (label == null || label.isBlank()) {
            boolean flag = used.equals("YES") || used.equals("NO");
            return flag && UNKNOWN.equals(record.code()) ? ".neither" : ".unlabelled";
        }
        return label.strip().equalsIgnoreCase(value(used)) ? ".kept" : ".replaced";
    }

    private @Nullable String message(String key, @Nullable String fallback, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, fallback, Locale.ENGLISH);
    }
}
