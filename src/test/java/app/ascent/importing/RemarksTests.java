package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactView;
import app.ascent.crm.Contacts;
import app.ascent.crm.Doubles;
import app.ascent.crm.Samples;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.Remarks.About;
import app.ascent.migration.Reports;
import app.ascent.migration.Reports.Outcome;
import app.ascent.migration.Reports.RecordFilter;
import app.ascent.migration.Reports.RecordView;
import app.ascent.migration.spi.Comparison;
import app.ascent.migration.spi.EntityMigration;
import app.ascent.migration.spi.KnownReasons;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Reason;
import app.ascent.migration.spi.SourceId;
import app.ascent.record.Provenance;
import app.ascent.record.SourceInsight.Part;
import app.ascent.record.SourceInsight.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;

/** A remark on the Source card says which other record it means, and leads there. */
class RemarksTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final MigrationId MIGRATION = new MigrationId(new UUID(7, 7));
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final ClientId NORTHWIND = new ClientId(new UUID(5, 174));
    private static final String LEFT_OUT = "/admin/autotask-migration/" + MIGRATION + "/issues/companies/99";

    private final Clients clients = mock();
    private final Contacts contacts = mock();
    private final Doubles doubles = mock();
    private final Reports reports = mock();
    private final Remarks remarks = new Remarks(
            clients, contacts, doubles, reports, new Reasons(messages(), new KnownReasons(List.of(comparing()))));

    @BeforeEach
    void knowsTheRecordsOfTheCards() {
        when(clients.find(eq(ORGANIZATION), any(Provenance.class))).thenReturn(Optional.empty());
        when(contacts.find(eq(ORGANIZATION), any(Provenance.class))).thenReturn(Optional.empty());
        when(reports.issues(any(), any(), any(), any())).thenReturn(Page.empty());
        when(clients.find(ORGANIZATION, provenance(174))).thenReturn(Optional.of(client(174, "Northwind")));
        when(contacts.find(ORGANIZATION, provenance(3001))).thenReturn(Optional.of(contact(3001, "Ana", "Müller")));
    }

    @Test
    void namesTheContactWithTheSameAddress() {
        when(contacts.find(ORGANIZATION, provenance(3002))).thenReturn(Optional.of(contact(3002, "Ben", "Berg")));

        Remark remark = remarks.of(
                about("contacts", 3001),
                finding("SAME_EMAIL", "emailAddress", "ana@x.example"),
                "The other one has the ID 3002.");

        assertThat(remark.toString()).endsWith("The other one is Ben Berg.");
        assertThat(leads(remark)).containsExactly("/contacts/" + id(3002));
    }

    @Test
    void keepsANumberThatIsNoRecordOfThisKind() {
        Remark remark = remarks.of(
                about("clients", 174),
                finding("SAME_NAME", "companyName", "24 Hours"),
                "Another client is called 24 Hours; it has the ID 175.");

        assertThat(remark.toString()).endsWith("called 24 Hours; it has the ID 175.");
        assertThat(leads(remark)).isEmpty();
    }

    @Test
    void namesAParentThatIsInAscent() {
        when(clients.find(ORGANIZATION, provenance(99))).thenReturn(Optional.of(client(99, "Fjord")));

        Remark remark = remarks.of(
                about("clients", 174),
                finding("CYCLE", "parentCompanyID", "99"),
                "Company 99 is below this one, with 12 others.");

        assertThat(remark.toString()).isEqualTo("Company Fjord is below this one, with 12 others.");
        assertThat(leads(remark)).containsExactly("/clients/" + id(99));
    }

    @Test
    void leadsTheOwnerToAParentThatWasLeftOut() {
        when(reports.issues(
                        eq(ORGANIZATION),
                        eq(MIGRATION),
                        eq(new RecordFilter("companies", null, null, new SourceId(99))),
                        any()))
                .thenReturn(new PageImpl<>(List.of(record("companies", 99, "Fjord", "SOURCE_ERROR", null, null))));

        Remark remark = remarks.of(
                about("clients", 174),
                finding("REFERENCE_MISSING", "parentCompanyID", "99"),
                "The parent company 99 is not in Ascent.");

        assertThat(remark.parts()).contains(new Part("Fjord", LEFT_OUT, true));
    }

    @Test
    void keepsTheIdOfAParentWithoutAName() {
        when(reports.issues(any(), any(), any(), any()))
                .thenReturn(new PageImpl<>(List.of(record("companies", 99, null, "SOURCE_ERROR", null, null))));

        assertThat(remarks.of(
                                about("clients", 174),
                                finding("REFERENCE_MISSING", "parentCompanyID", "99"),
                                "The parent company 99 is not in Ascent.")
                        .parts())
                .containsExactly(new Part("The parent company 99 is not in Ascent."));
    }

    @Test
    void namesThePrimaryContactThatWasThereFirst() {
        when(contacts.primaryOf(ORGANIZATION, NORTHWIND)).thenReturn(Optional.of(contact(3002, "Ben", "Berg")));

        Remark remark = remarks.of(about("contacts", 3001), finding("SECOND_PRIMARY", null, null), "");

        assertThat(remark.toString()).endsWith("imported as an ordinary contact. It is Ben Berg.");
        assertThat(leads(remark)).containsExactly("/contacts/" + id(3002));
    }

    @Test
    void namesAllClientsThatFittedAsWell() {
        when(doubles.clients(eq(ORGANIZATION), any()))
                .thenReturn(List.of(client(174, "Northwind"), client(175, "Northwind Ltd"), client(176, "North Wind")));

        Remark remark = remarks.of(
                about("clients", 174), finding("AMBIGUOUS_MATCH", null, null), "Several records fit this one.");

        assertThat(remark.toString()).isEqualTo("Several records fit this one. Northwind Ltd, North Wind");
        assertThat(leads(remark)).containsExactly("/clients/" + id(175), "/clients/" + id(176));
    }

    @Test
    void namesAllContactsThatFittedAsWell() {
        when(doubles.contacts(eq(ORGANIZATION), any()))
                .thenReturn(List.of(contact(3001, "Ana", "Müller"), contact(3002, "Ana", "Mueller")));

        Remark remark = remarks.of(
                about("contacts", 3001), finding("AMBIGUOUS_MATCH", null, null), "Several records fit this one.");

        assertThat(leads(remark)).containsExactly("/contacts/" + id(3002));
    }

    private static List<@Nullable String> leads(Remark remark) {
        return remark.parts().stream()
                .map(Part::href)
                .filter(href -> href != null)
                .toList();
    }

    private static EntityMigration<?, ?> comparing() {
        EntityMigration<?, ?> entity = mock();
        Reason name = Reason.remark("SAME_NAME");
        Reason email = Reason.remark("SAME_EMAIL");
        when(entity.reasons()).thenReturn(Set.of(name, email));
        when(entity.comparisons())
                .thenReturn(List.of(
                        new Comparison(name, "companyName", false), new Comparison(email, "emailAddress", true)));
        return entity;
    }

    private static About about(String type, long id) {
        return new About(ORGANIZATION, MIGRATION, type, provenance(id));
    }

    private static Provenance provenance(long id) {
        return new Provenance("AUTOTASK", 91_234, id);
    }

    private static UUID id(long source) {
        return new UUID(5, source);
    }

    private static RecordView finding(String code, @Nullable String field, @Nullable String value) {
        return record("companies", 174, "Northwind", code, field, value);
    }

    private static RecordView record(
            String entity,
            long id,
            @Nullable String name,
            String code,
            @Nullable String field,
            @Nullable String value) {
        return new RecordView(
                entity,
                new SourceId(id),
                name,
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

    private static ClientView client(long source, String name) {
        ClientFields fields = Samples.client(name);
        return new ClientView(new ClientId(id(source)), fields, null, null, provenance(source), NOW, NOW, 0);
    }

    private static ContactView contact(long source, String first, String last) {
        return new ContactView(
                new ContactId(id(source)),
                Samples.contact(NORTHWIND, first, last, null),
                "Northwind",
                false,
                provenance(source),
                NOW,
                NOW,
                0);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/importing");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
