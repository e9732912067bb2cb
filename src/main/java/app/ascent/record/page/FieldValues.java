package app.ascent.record.page;

import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.Organizations;
import app.ascent.record.FieldWords;
import app.ascent.record.field.Field;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Minutes;
import app.ascent.record.field.Money;
import app.ascent.text.Hours;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes values that lie somewhere as texts, such as in an audit entry or in what an import wrote, as the page of their
 * record does: by the type of their field.
 */
@Component
public class FieldValues {

    private final FieldLabels labels;
    private final Formats formats;
    private final Texts texts;
    private final Organizations organizations;

    public FieldValues(FieldLabels labels, Formats formats, Texts texts, Organizations organizations) {
        this.labels = labels;
        this.formats = formats;
        this.texts = texts;
        this.organizations = organizations;
    }

    /** For all values of one page. */
    public Shown of(OrganizationId organization) {
        return new Shown(organizations.settings(organization).currency());
    }

    /** Writes values of one organization, whose amounts are in its currency. */
    public final class Shown {

        private final String currency;

        private Shown(String currency) {
            this.currency = currency;
        }

        /** A value as JSON has it; what is none of its field's is shown as it is. */
        public String value(Fields<?> fields, Field field, String value) {
            try {
                return typed(fields, field, value);
            } catch (DateTimeException | NumberFormatException noneOfIts) {
                return value;
            }
        }

        private String typed(Fields<?> fields, Field field, String value) {
            Class<?> type = field.type();
            if (type == LocalDate.class) {
                return formats.date(LocalDate.parse(value));
            }
            if (type == Instant.class) {
                return formats.dateTime(Instant.parse(value));
            }
            if (type == BigDecimal.class) {
                return number(field, new BigDecimal(value));
            }
            if (field.descriptor().hasAnnotation(Minutes.class)) {
                return Hours.of(Long.parseLong(value));
            }
            if (type == boolean.class && (value.equals("true") || value.equals("false"))) {
                return texts.say(value.equals("true") ? "record.yes" : "record.no");
            }
            return labels.value(fields, field, value);
        }

        private String number(Field field, BigDecimal number) {
            Money money = field.descriptor().getAnnotation(Money.class);
            if (money == null) {
                return formats.quantity(number);
            }
            return money.inCurrency() ? formats.money(number, currency) : formats.amount(number);
        }

        /** What an audit entry tells of a record of a kind; what is no field of it is shown as it was told. */
        public List<Change> changes(Fields<?> fields, List<Change> told) {
            return told.stream()
                    .map(change -> told(fields, change.field())
                            .map(field -> new Change(
                                    labels.of(fields, field),
                                    told(fields, field, change.before()),
                                    told(fields, field, change.after())))
                            .orElse(change))
                    .toList();
        }

        private Optional<Field> told(Fields<?> fields, String called) {
            return fields.all().stream()
                    .filter(field -> FieldWords.of(field.subject()).equals(called))
                    .findFirst();
        }

        private @Nullable String told(Fields<?> fields, Field field, @Nullable String value) {
            return value == null
                    ? null
                    : value(fields, field, Objects.requireNonNullElse(constant(field, value), value));
        }

        /** The name of the constant that was told in words. */
        private @Nullable String constant(Field field, String words) {
            if (!field.type().isEnum()) {
                return null;
            }
            for (Object each : field.type().getEnumConstants()) {
                Enum<?> constant = (Enum<?>) each;
                if (FieldWords.of(constant).equals(words)) {
                    return constant.name();
                }
            }
            return null;
        }
    }
}
