package app.ascent.record.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.OrganizationSettings;
import app.ascent.identity.Organizations;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Fields;
import app.ascent.record.field.Money;
import app.ascent.record.field.Quantity;
import app.ascent.web.DateStyle;
import app.ascent.web.Formats;
import app.ascent.web.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.context.support.StaticMessageSource;

/** A value looks alike wherever it is shown. */
class FieldValuesTests {

    private static final OrganizationId FJORDLIGHT = new OrganizationId(new UUID(2, 2));

    enum Kind {
        MSP_AGREEMENT
    }

    record LeaseFields(
            String name,
            Kind kind,
            LocalDate startDate,
            @Nullable Instant readAt,
            @Money @Nullable BigDecimal price,
            @Money(inCurrency = false) @Nullable BigDecimal hours,
            @Quantity @Nullable BigDecimal units,
            boolean autoRenew) {

        static final Fields<LeaseFields> FIELDS = Fields.of(LeaseFields.class);
    }

    private final FieldValues.Shown shown = values().of(FJORDLIGHT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | 2026-01-31           | 2026-01-31",
                "kind      | MSP_AGREEMENT        | MSP Agreement",
                "startDate | 2026-01-31           | 31 Jan 2026",
                "startDate | soon                 | soon",
                "readAt    | 2026-01-31T12:00:00Z | 31 Jan 2026, 12:00 UTC",
                "readAt    | 2026-01-31           | 2026-01-31",
                "price     | 12440.8              | €12,440.80",
                "price     | -5                   | -€5.00",
                "price     | a lot                | a lot",
                "hours     | 1240.5               | 1,240.50",
                "units     | 1240.50              | 1,240.5",
                "autoRenew | true                 | Yes",
                "autoRenew | false                | No",
            })
    void writesAValueByTheTypeOfItsField(String field, String value, String words) {
        assertThat(shown.value(LeaseFields.FIELDS, LeaseFields.FIELDS.named(field), value))
                .isEqualTo(words);
    }

    @Test
    void writesWhatAnAuditEntryToldAsTheRecordsPageDoes() {
        List<Change> told = new Differences()
                .and("Start date", LocalDate.of(2026, 1, 31), null)
                .and("Price", null, new BigDecimal("12440.80"))
                .and("Kind", null, Kind.MSP_AGREEMENT)
                .and("Auto renew", false, true)
                .and("What happened", null, "2026-01-31")
                .changes();

        assertThat(shown.changes(LeaseFields.FIELDS, told))
                .containsExactly(
                        new Change("Start date", "31 Jan 2026", null),
                        new Change("Price", null, "€12,440.80"),
                        new Change("Kind", null, "MSP Agreement"),
                        new Change("Auto-renew", null, "Yes"),
                        new Change("What happened", null, "2026-01-31"));
    }

    private static FieldValues values() {
        Organizations organizations = mock(Organizations.class);
        when(organizations.settings(FJORDLIGHT))
                .thenReturn(new OrganizationSettings("Fjordlight IT", null, "en", DateStyle.DAY_MONTH_YEAR, "EUR"));
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename("messages/record");
        StaticMessageSource messages = new StaticMessageSource();
        messages.setParentMessageSource(bundle);
        messages.addMessage("lease.kind.MSP_AGREEMENT", Locale.ENGLISH, "MSP Agreement");
        messages.addMessage("lease.autoRenew", Locale.ENGLISH, "Auto-renew");
        Texts texts = new Texts(messages);
        return new FieldValues(
                new FieldLabels(texts), new Formats(Clock.systemUTC(), messages, "UTC"), texts, organizations);
    }
}
