package app.ascent.record.page;

import app.ascent.identity.OrganizationId;
import app.ascent.record.FieldWords;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight;
import app.ascent.record.SourceTrace;
import app.ascent.record.page.SourceCard.Fact;
import app.ascent.web.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts together the Source card of a record: what the import knows of it, and what the source had beside our fields. */
@Component
public class SourceCards {

    private static final Pattern MASKED = Pattern.compile("\\*+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?");

    private static final Pattern BARE = Pattern.compile("\\d+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d*0");

    /** They point to tables of the source that nobody reads, so that the number says nothing to people. */
    private static final Set<String> NAMELESS = Set.of("companyCategoryID", "currencyID", "companyLocationID");

    private final ObjectProvider<SourceInsight> insights;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Formats formats;

    SourceCards(ObjectProvider<SourceInsight> insights, JsonMapper json, MessageSource messages, Formats formats) {
        this.insights = insights;
        this.json = json;
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * @param type {@code clients} or {@code contacts}
     * @param trace what the record itself keeps
     */
    public @Nullable SourceCard of(
            OrganizationId organization, String type, @Nullable Provenance source, Optional<SourceTrace> trace) {
        if (source == null) {
            return null;
        }
        SourceInsight insight = insights.getIfAvailable();
        SourceInsight.View view = insight == null
                ? null
                : insight.find(organization, type, source).orElse(null);
        JsonNode values = json.readTree(trace.map(SourceTrace::details).orElse("{}"));
        return SourceCard.of(
                source,
                trace.map(SourceTrace::firstImport).orElse(null),
                view,
                facts(values.path("originals"), type),
                facts(values.path("userDefined"), null));
    }

    /** @param type whose fields they are, for which there are words; null for user-defined ones, which people name */
    private List<Fact> facts(JsonNode values, @Nullable String type) {
        List<Fact> facts = new ArrayList<>();
        values.forEachEntry((name, node) -> {
            String value = node.isNull() ? "" : node.asString().strip();
            boolean nameless = type != null
                    && NAMELESS.contains(name)
                    && BARE.matcher(value).matches();
            if (!value.isEmpty() && !nameless) {
                boolean hidden = MASKED.matcher(value).matches();
                facts.add(new Fact(
                        type == null ? name : words(type, name),
                        hidden ? "" : shown(type == null ? "" : name, value),
                        hidden));
            }
        });
        return facts;
    }

    /** What the report calls the field of that type, too, where all types have no word in common. */
    private String words(String type, String field) {
        return message("crm.source." + field, message("source.%s.%s".formatted(type, field), FieldWords.of(field)));
    }

    private String message(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, Locale.ENGLISH), otherwise);
    }

    /** An id that nothing named, a flag and a number with its zeros are no words of people's. */
    private String shown(String field, String value) {
        if (field.endsWith("ID") && BARE.matcher(value).matches()) {
            return messages.getMessage("source.bare", new Object[] {value}, Locale.ENGLISH);
        }
        if (value.equals("true") || value.equals("false")) {
            return messages.getMessage(value.equals("true") ? "record.yes" : "record.no", null, Locale.ENGLISH);
        }
        return DECIMAL.matcher(value).matches()
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : shown(value);
    }

    private String shown(String value) {
        if (!DATE.matcher(value).matches()) {
            return value;
        }
        try {
            return date(value);
        } catch (DateTimeParseException noDate) {
            return value;
        }
    }

    /** Midnight means a date without a time, which no zone may shift. */
    private String date(String value) {
        if (!value.contains("T")) {
            return formats.date(LocalDate.parse(value));
        }
        boolean zoned = value.endsWith("Z") || value.matches(".*[+-]\\d\\d:\\d\\d");
        LocalDateTime written = zoned ? OffsetDateTime.parse(value).toLocalDateTime() : LocalDateTime.parse(value);
        if (written.toLocalTime().toSecondOfDay() == 0 || !zoned) {
            return formats.date(written.toLocalDate());
        }
        return formats.date(Instant.from(OffsetDateTime.parse(value)));
    }
}
