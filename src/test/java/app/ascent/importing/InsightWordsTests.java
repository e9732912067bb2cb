package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.autotask.Connections;
import app.ascent.identity.OrganizationId;
import app.ascent.migration.Migrations;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordHistory;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight.Part;
import app.ascent.record.SourceInsight.Remark;
import app.ascent.record.SourceInsight.View;
import app.ascent.web.Formats;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.data.domain.Page;

/** The words of the Source card, where the import that brought the record is long gone or left odd things behind. */
class InsightWordsTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final MigrationId MIGRATION = new MigrationId(new UUID(7, 7));
    private static final Provenance SOURCE = new Provenance("AUTOTASK", 91_234, 174);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final AutotaskEntities entities = mock();
    private final Connections connections = mock();
    private final Migrations migrations = mock();
    private final Reports reports = mock();
    private final Remarks remarks = mock();
    private final ImportInsight insight = new ImportInsight(
            entities,
            connections,
            migrations,
            reports,
            new Reasons(messages(), new KnownReasons(List.of())),
            remarks,
            new Formats(Clock.fixed(NOW, ZoneOffset.UTC), messages(), "UTC"));

    @BeforeEach
    void knowsClientsAndNoRun() {
        AutotaskEntity companies = mock();
        when(companies.type()).thenReturn(new EntityType("companies"));
        when(entities.becoming("clients")).thenReturn(Optional.of(companies));
        when(connections.find(ORGANIZATION, 91_234)).thenReturn(Optional.empty());
        when(migrations.runs(any(), any(), any())).thenReturn(Page.empty());
        when(remarks.of(any(), any(), any())).thenAnswer(call -> new Remark(List.of(new Part(call.getArgument(2)))));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "CREATED, Created",
                "UPDATED, Updated",
                "UNCHANGED, Unchanged",
                "LINKED, Linked to an existing record",
                "MERGED, MERGED",
                "-, -"
            },
            nullValues = "-")
    void saysWhatTheLastImportDid(@Nullable String result, @Nullable String words) {
        assertThat(card(result).result()).isEqualTo(words);
    }

    @Test
    void leadsToTheMigrationWhereTheRunIsGone() {
        View card = card("CREATED");

        assertThat(card.run()).isEqualTo("/admin/autotask-migration/" + MIGRATION);
        assertThat(card.webAddress()).isNull();
    }

    @Test
    void saysFieldAndValueWhereTheReasonDoesNot() {
        View card = card(
                "CREATED",
                finding("TRUNCATED", "companyName", "x".repeat(90)),
                finding("CYCLE", "parentCompanyID", null),
                finding("SECOND_PRIMARY", null, null),
                finding(null, "phone", "1"));

        assertThat(card.remarks())
                .extracting(Remark::toString)
                .containsExactly(
                        "Text shortened (Name: " + "x".repeat(80)
                                + "…). A text was longer than Ascent allows. The full text is kept under Source.",
                        "Circle of links (Parent company). It leads, by its links to others of its kind, back to itself: a "
                                + "company, a device or a phase as its own parent, a contract as its own renewal, a ticket as its own "
                                + "problem. It was imported without that link.",
                        "Second primary contact. The client already has a primary contact. This one was imported as an "
                                + "ordinary contact.");
    }

    @Test
    void saysWhatItCanOfAReasonOfAnEarlierRelease() {
        View card = card("CREATED", finding("SECOND_OWNER", "companyName", "Fjord"));

        assertThat(card.remarks())
                .extracting(Remark::toString)
                .containsExactly(
                        "Second owner (Name: Fjord). This reason comes from another version of Ascent; this one "
                                + "cannot say more about it.");
    }

    private View card(@Nullable String result, RecordView... findings) {
        when(reports.history(eq(ORGANIZATION), any(), eq(91_234L), eq("companies"), eq(new SourceId(174))))
                .thenReturn(Optional.of(new RecordHistory(MIGRATION, NOW, NOW, 3, result, List.of(findings))));
        return insight.find(ORGANIZATION, "clients", SOURCE).orElseThrow();
    }

    private static RecordView finding(@Nullable String code, @Nullable String field, @Nullable String value) {
        return new RecordView(
                "companies",
                new SourceId(174),
                "Northwind",
                Outcome.WARNED,
                null,
                code,
                null,
                field,
                value,
                null,
                null,
                null,
                "{}",
                null,
                null,
                NOW);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/importing");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
