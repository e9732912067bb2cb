package app.ascent.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.importing.OwnerApi.Answer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets of whatever company and contact, with odd numbers, texts and times. */
class OddTicketsTests extends TicketJourney {

    OddTicketsTests(JdbcClient jdbc, @Value("${local.server.port}") int port) {
        super(jdbc, port);
    }

    @Override
    Set<String> kinds() {
        return Set.of("contacts", "tickets");
    }

    @Test
    void takesTicketsOfTheOwnCompanyAndContactsOfAnother() {
        AUTOTASK.companies(Payload.ownOrganization().toString())
                .records(
                        "Tickets",
                        rows(
                                ticket(4).with("companyID", 0),
                                ticket(5).with("contactID", STRANGER),
                                ticket(6).with("contactID", 9999)));
        String migration = create();

        run(migration);

        assertThat(cell(4, "(select c.source_id from crm_client c where c.id = client_id)"))
                .isEqualTo("0");
        assertThat(cell(5, "(select c.source_id from crm_contact c where c.id = contact_id)"))
                .isEqualTo("3003");
        assertThat(cell(6, "contact_id")).isEqualTo("-");
        assertThat(findings(migration, "tickets", 6)).containsExactly("REFERENCE_MISSING contactID=9999 -> ");
    }

    @Test
    void takesTwoTicketsOfOneNumberAndBlankTitlesAndOddTexts() {
        String odd = "a\u0000b\ud800c\udc00d";
        AUTOTASK.records(
                "Tickets",
                rows(
                        ticket(4).with("ticketNumber", "T1"),
                        ticket(5).with("ticketNumber", "T1"),
                        ticket(6).with("title", " \u0000").with("source", -1),
                        ticket(9_007_199_254_740_993L)
                                .with("title", odd)
                                .with("description", "x".repeat(999_999) + "\ud83d\ude00")
                                .with("ticketNumber", odd)));
        AUTOTASK.records("TicketChecklistItems", rows(line(53, 6, 1, odd + "y".repeat(600)), line(54, 6, 2, "\u0000")));
        String migration = create();

        Answer first = run(migration);
        List<String> written = written();
        Answer second = run(migration);

        assertThat(counts(first, "tickets").subList(6, 8)).isEqualTo(List.of(0L, 0L));
        assertThat(counts(second, "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 7L));
        assertThat(written()).isEqualTo(written);
        assertThat(column(
                        "select count(*) || ' ' || count(distinct number) from desk_ticket where source_number = 'T1'"))
                .containsExactly("2 2");
        assertThat(cell(6, "subject")).isEqualTo("(no subject)");
        assertThat(cell(6, "source_details::text")).contains("Insourced");
        assertThat(cell(9_007_199_254_740_993L, "subject || ' ' || length(description)"))
                .isEqualTo("abcd 999999");
    }

    @Test
    void takesTimesThatAreOdd() {
        AUTOTASK.records(
                "Tickets",
                rows(
                        closed(4).withNull("completedDate"),
                        ticket(5).with("createDate", "2026-09-01T08:00:00").with("dueDateTime", "0001-01-01T00:00:00"),
                        ticket(6).withNull("createDate", "lastActivityDate"),
                        closed(7).with("completedDate", "0001-01-01T00:00:00Z")));
        String migration = create();

        Answer ended = run(migration);

        assertThat(counts(ended, "tickets").getLast()).isZero();
        assertThat(cell(4, "closed || to_char(closed_at at time zone 'UTC', ' YYYY-MM-DD HH24:MI')"))
                .isEqualTo("true 2026-09-28 08:50");
        assertThat(cell(
                        5,
                        "to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI ') || coalesce(due_at::text, '-')"))
                .isEqualTo("2026-09-01 08:00 -");
        assertThat(cell(6, "opened_at is not null and last_activity_at is not null"))
                .isEqualTo("true");
        assertThat(cell(7, "closed || to_char(closed_at at time zone 'UTC', ' YYYY-MM-DD')"))
                .isEqualTo("true 2026-09-28");
        assertThat(counts(run(migration), "tickets").subList(2, 5)).isEqualTo(List.of(0L, 0L, 7L));
    }
}
