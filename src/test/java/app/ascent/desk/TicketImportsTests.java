package app.ascent.desk;

import static app.ascent.desk.TicketSamples.ACTIVE;
import static app.ascent.desk.TicketSamples.OPENED;
import static app.ascent.desk.TicketSamples.ticket;
import static app.ascent.desk.TicketSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentTest;
import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.ContactId;
import app.ascent.crm.ContactImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.Visitors;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AscentTest
@Import({Visitors.class, CountedStatements.class})
class TicketImportsTests {

    private final ClientId northwind = new ClientId(Samples.id());
    private final ContactId ann = new ContactId(Samples.id());
    private final UUID first = Samples.id();
    private final Visitors visitors;
    private final ClientImports clients;
    private final ContactImports contacts;
    private final TicketImports imports;
    private final TicketCategories categories;
    private final CountedStatements statements;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private OrganizationId organization;

    @Autowired
    TicketImportsTests(
            Visitors visitors,
            ClientImports clients,
            ContactImports contacts,
            TicketImports imports,
            TicketCategories categories,
            CountedStatements statements,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.contacts = contacts;
        this.imports = imports;
        this.categories = categories;
        this.statements = statements;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void oneTicket() {
        organization = visitors.organization();
        jdbc.sql("update identity_organization set time_zone = 'Asia/Tokyo' where id = ?")
                .param(organization.value())
                .update();
        clients.save(organization, List.of(Samples.fresh(northwind.value(), 1, Samples.client("Northwind"))), true);
        contacts.save(
                organization,
                List.of(Samples.fresh(ann.value(), 2, Samples.contact(northwind, "Ann", "Li", null))),
                true);
        save(Samples.fresh(first, 21, ticket(northwind, "Printer jams")));
    }

    /** In Tokyo it was opened on the day after. */
    @Test
    void givesANumberOfTheDayItWasOpenedOn() {
        assertThat(read(first)).isEqualTo(with(ticket(northwind, "Printer jams"), "number", "TKT-2601280001"));
    }

    @Test
    void keepsTheNumberOfOneThatIsThereAlready() {
        UUID second = Samples.id();
        TicketFields moved =
                with(ticket(northwind, "Printer jams again"), "openedAt", Instant.parse("2020-01-01T00:00:00Z"));

        save(Samples.fresh(second, 22, ticket(northwind, "Scanner")), Samples.again(first, 21, moved));

        assertThat(read(first)).isEqualTo(with(moved, "number", "TKT-2601280001"));
        assertThat(read(second).number()).isEqualTo("TKT-2601280002");
    }

    @Test
    void isClosedByItsStatusAndSinceTheLastThingThatHappened() {
        TicketFields closed = with(ticket(northwind, "Printer jams"), "statusId", SystemStatus.CLOSED.id());

        save(Samples.again(first, 21, closed));
        assertThat(read(first).closed()).isTrue();
        assertThat(read(first).closedAt()).isEqualTo(ACTIVE);

        save(Samples.again(first, 21, with(with(closed, "lastActivityAt", null), "closedAt", OPENED)));
        assertThat(read(first).closedAt()).isEqualTo(OPENED);

        save(Samples.again(first, 21, ticket(northwind, "Printer jams")));
        assertThat(read(first).closed()).isFalse();
        assertThat(read(first).closedAt()).isNull();
    }

    @Test
    void happenedNowWhereTheSourceDoesNotSay() {
        UUID second = Samples.id();
        Instant before = Instant.now().minusSeconds(5);

        save(Samples.fresh(
                second, 22, with(with(ticket(northwind, "Scanner"), "openedAt", null), "lastActivityAt", null)));

        assertThat(read(second).openedAt())
                .isAfter(before)
                .isEqualTo(read(second).lastActivityAt());
    }

    /** What was said in Ascent since then is not undone. */
    @Test
    void keepsWhatHappenedInAscent() {
        jdbc.sql(
                        "update desk_ticket set last_activity_at = '2026-03-01Z', first_response_at = '2026-02-01Z' where id = ?")
                .param(first)
                .update();

        save(Samples.again(first, 21, ticket(northwind, "Printer jams")));

        assertThat(read(first).lastActivityAt()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(read(first).firstResponseAt()).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void leavesOutWhatIsGoneByNow() {
        ContactId gone = new ContactId(Samples.id());
        TicketFields naming = with(
                with(with(ticket(northwind, "Printer jams"), "contactId", gone), "contactIds", List.of(gone, ann)),
                "statusId",
                new TicketStatusId(Samples.id()));

        save(
                Samples.again(Samples.id(), 22, ticket(northwind, "Gone")),
                Samples.again(first, 21, with(naming, "categoryId", TicketCategoryId.named("Gone"))));

        assertThat(read(first).contactId()).isNull();
        assertThat(read(first).contactIds()).containsExactly(ann);
        assertThat(read(first).categoryId()).isNull();
        assertThat(read(first).statusId()).isEqualTo(SystemStatus.OPEN.id());
        assertThat(imports.count(organization, Samples.SYSTEM, Samples.DATABASE))
                .isOne();
    }

    @Test
    void makesCategoriesThatAreMissing() {
        TicketCategoryId hardware = TicketCategoryId.named("Hardware");
        Map<TicketCategoryId, String> wanted = Map.of(hardware, "Hardware");

        categories.ensure(organization, wanted);
        categories.ensure(organization, wanted);
        save(Samples.again(first, 21, with(ticket(northwind, "Printer jams"), "categoryId", hardware)));

        assertThat(read(first).categoryId()).isEqualTo(TicketCategoryId.named(" hardware "));
        assertThat(categories.all(organization))
                .extracting(TicketCategory::name)
                .containsExactly("Hardware");
        assertThat(categories.all(visitors.organization())).isEmpty();
    }

    /** A batch costs as many statements for a thousand tickets as for ten. */
    @Test
    void costsAHandfulOfStatements() {
        assertThat(created(1_000)).isEqualTo(created(10)).isLessThanOrEqualTo(8);
    }

    private int created(int count) {
        List<ImportedRecord<TicketFields>> batch = new ArrayList<>();
        LongStream.range(0, count)
                .forEach(at -> batch.add(Samples.fresh(
                        1_000_000L * count + at, with(ticket(northwind, "Ticket " + at), "contactIds", List.of(ann)))));
        return statements.during(
                () -> transactions.executeWithoutResult(status -> imports.save(organization, batch, true)));
    }

    @SafeVarargs
    private void save(ImportedRecord<TicketFields>... tickets) {
        imports.save(organization, List.of(tickets), true);
    }

    private TicketFields read(UUID id) {
        return imports.read(organization, List.of(id)).get(id);
    }
}
