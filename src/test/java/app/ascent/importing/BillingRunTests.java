package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.autotask.StubFault;
import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole runs that prove how far time is billed, and follow it whatever people did meanwhile. */
class BillingRunTests extends TimeJourney {

    BillingRunTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contracts", "tickets", "timeEntries");
    }

    @BeforeEach
    void fillBooks() {
        AUTOTASK.records(
                        "TimeEntries",
                        rows(
                                time(1),
                                time(2).with("billingApprovalDateTime", "2026-09-30T00:00:00Z"),
                                time(3),
                                time(4),
                                time(5).with("isNonBillable", true),
                                time(6)))
                .records(
                        "BillingItems",
                        rows(
                                posted(11, 1, 1),
                                posted(13, 3, 0),
                                posted(14, 4, 2),
                                posted(15, 5, 1),
                                posted(16, 6, 77),
                                Payload.record(17).with("ticketChargeID", 5).with("invoiceID", 1)))
                .records("Invoices", rows(invoice(1, "INV-1042", false), invoice(2, "INV-0999", true)));
    }

    @Test
    void provesEachStateAndFollowsIt() {
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries").get(1)).isEqualTo(6L);
        assertThat(column(STATES))
                .containsExactly(
                        "1 INVOICED INV-1042",
                        "2 UNBILLED -",
                        "3 APPROVED -",
                        "4 APPROVED -",
                        "5 NOT_BILLABLE -",
                        "6 INVOICED -");
        assertThat(findings(migration, "timeEntries", 6)).containsExactly("REFERENCE_MISSING invoiceID=77 -> ");
        assertThat(column("select count(*)::text from migration_staged_owner where entity = 'BillingItems'"))
                .containsExactly("5");
        refusesToChangeWhatIsBilled();
        mapsAnEntryAgainWhenItsBillingItemAloneChanges(migration);
        invoicesAnEntryThatIsAdopted(migration);
    }

    /** What was billed is changed by nobody in Ascent. */
    private void refusesToChangeWhatIsBilled() {
        for (long billed : new long[] {1, 3, 6}) {
            String address = address(billed);
            Answer entry = api.get(address);
            assertProblem(api.put(address, entry.text()), 409, "time-entry-billed");
            assertProblem(api.delete(address), 409, "time-entry-billed");
        }
    }

    /** Nothing changed in the entry itself, and nothing in others. */
    private void mapsAnEntryAgainWhenItsBillingItemAloneChanges(String migration) {
        AUTOTASK.records("BillingItems", rows(posted(13, 3, 1)));

        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries").subList(2, 5)).isEqualTo(List.of(0L, 1L, 5L));
        assertThat(column(STATES)).contains("3 INVOICED INV-1042");

        AUTOTASK.records("Invoices", rows(invoice(1, "INV-1042", true)));
        run(migration);

        assertThat(column(STATES)).contains("1 APPROVED -", "3 APPROVED -", "6 INVOICED -");
    }

    /** An entry that a deleted migration brought is linked, and learns what happened to it since. */
    private void invoicesAnEntryThatIsAdopted(String migration) {
        assertThat(api.delete(migration).status()).isEqualTo(204);
        AUTOTASK.records("BillingItems", rows(posted(12, 2, 3)))
                .records("Invoices", rows(invoice(3, "INV-1043", false)));

        Answer ended = run(create());

        assertThat(counts(ended, "timeEntries")).isEqualTo(List.of(6L, 6L, 0L, 0L, 0L, 6L, 0L, 0L));
        assertThat(column(STATES)).contains("2 INVOICED INV-1043");
    }

    /** Nobody bills in Ascent what Autotask has billed, even if somebody said it was for nothing. */
    @Test
    void invoicesEntriesThatSomebodyEdited() {
        AUTOTASK.records("TimeEntries", rows(time(7)));
        String migration = create();
        run(migration);
        edit(2, entry -> entry.put("billable", false));
        edit(7, entry -> entry.put("description", "As people say it"));
        assertThat(column(STATES)).contains("2 NOT_BILLABLE -");

        run(migration);
        assertThat(column(STATES)).contains("2 NOT_BILLABLE -");

        AUTOTASK.records("BillingItems", rows(posted(12, 2, 1), posted(18, 7, 1)));
        Answer ended = run(migration);

        assertThat(counts(ended, "timeEntries").get(7)).isZero();
        assertThat(column(STATES)).contains("2 INVOICED INV-1042");
        assertThat(overwritten(
                        "Time entry",
                        column("select id::text from desk_time where source_id = 2")
                                .getFirst()))
                .contains("replaced what was edited in Ascent, since Autotask has settled it");
        assertThat(column("select billable::text from desk_time where source_id = 2"))
                .containsExactly("true");
        assertThat(column("select description || ' ' || billing_state from desk_time where source_id = 7"))
                .containsExactly("As people say it INVOICED");
    }

    @Test
    void goesByTheApprovalWithoutBillingItems() {
        AUTOTASK.failAlways("BillingItems", StubFault.FORBIDDEN);
        String migration = create();

        Answer ended = run(migration);

        assertThat(ended.at("/status")).isNotEqualTo("FAILED");
        assertThat(column(STATES))
                .containsExactly(
                        "1 UNBILLED -",
                        "2 APPROVED -",
                        "3 UNBILLED -",
                        "4 UNBILLED -",
                        "5 NOT_BILLABLE -",
                        "6 UNBILLED -");
        assertThat(notices(migration)).anySatisfy(notice -> assertThat(notice).contains("Billing could not be proved"));
    }

    /** What somebody approves meanwhile may be billed meanwhile; what was proved before stays as it was. */
    @Test
    void holdsWhatWasProvedWhileBillingItemsCannotBeRead() {
        AUTOTASK.records("TimeEntries", rows(time(7)));
        String migration = create();
        run(migration);
        assertThat(column(STATES)).contains("7 UNBILLED -");
        AUTOTASK.failAlways("BillingItems", StubFault.FORBIDDEN)
                .records("TimeEntries", rows(approved(1).with("summaryNotes", "Said otherwise"), approved(7)));

        run(migration);

        assertThat(column(STATES))
                .contains("1 INVOICED INV-1042", "7 APPROVED -", "3 APPROVED -", "4 APPROVED -", "6 INVOICED -");
        assertThat(column("select description || ' ' || rate from desk_time where source_id = 1"))
                .containsExactly("Said otherwise 95.0000");
        assertThat(findings(migration, "timeEntries", 4)).containsExactly("REFERENCE_MISSING billingItems= -> ");
        assertProblem(api.delete(address(7)), 409, "time-entry-billed");

        AUTOTASK.recover();
        run(migration);

        assertThat(column(STATES)).contains("1 INVOICED INV-1042", "7 UNBILLED -", "3 APPROVED -", "6 INVOICED -");
        holdsWhatWasProvedOfAnEntryThatIsAdopted(migration);
    }

    /** An earlier import's entry is linked while nobody knows: it does not go back from what was proved. */
    private void holdsWhatWasProvedOfAnEntryThatIsAdopted(String migration) {
        assertThat(api.delete(migration).status()).isEqualTo(204);
        AUTOTASK.failAlways("BillingItems", StubFault.FORBIDDEN).records("TimeEntries", rows(approved(2)));

        run(create());

        assertThat(column(STATES)).contains("1 INVOICED INV-1042", "2 APPROVED -");
    }

    private static Payload approved(long id) {
        return time(id).with("billingApprovalDateTime", "2026-10-01T00:00:00Z");
    }
}
