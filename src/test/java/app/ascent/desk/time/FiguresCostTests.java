package app.ascent.desk.time;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.AscentTest;
import app.ascent.CountedStatements;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientImports;
import app.ascent.crm.Samples;
import app.ascent.crm.web.Visitors;
import app.ascent.desk.OpenTickets;
import app.ascent.identity.OrganizationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Figures read what they tell of, and not everything there is. */
@AscentTest
@Import({Visitors.class, CountedStatements.class})
class FiguresCostTests {

    private static final int LONG_AGO = 1_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 28);

    private final ClientId client = new ClientId(Samples.id());
    private final Visitors visitors;
    private final ClientImports clients;
    private final TimeEntries time;
    private final OpenTickets tickets;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private OrganizationId organization;

    @Autowired
    FiguresCostTests(
            Visitors visitors,
            ClientImports clients,
            TimeEntries time,
            OpenTickets tickets,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.visitors = visitors;
        this.clients = clients;
        this.time = time;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void aClient() {
        organization = visitors.organization();
        clients.save(organization, List.of(Samples.fresh(client.value(), 1, Samples.client("Northwind"))), true);
    }

    @Test
    void ofAWeekReadNoTextsOfOtherWeeks() {
        write("worked", TODAY.minusYears(1), LONG_AGO, 10);
        write("worked", TODAY, 3, 20);
        write("rested", TODAY, 2, 40);

        Read<TimeSums> week =
                read("desk_time_search", () -> time.sums(organization, worked(TODAY.minusDays(6), TODAY)));

        assertThat(week.answer().entries()).isEqualTo(3);
        assertThat(week.answer().minutes()).isEqualTo(60);
        assertThat(week.rows()).isLessThan(LONG_AGO);
        assertThat(time.sums(organization, worked(null, null)).minutes()).isEqualTo(10 * LONG_AGO + 60);
    }

    @Test
    void ofAWeekCountTheIdAtTheSource() {
        write("worked", TODAY, 1, 20);
        jdbc.sql(
                        "update desk_time set source_system = 'a', source_database = 1, source_id = 31 where organization_id = ?")
                .param(organization.value())
                .update();
        write("worked 31 times", TODAY, 2, 40);

        TimeFilter filter = new TimeFilter("31", null, null, null, null, null, null, null, null, TODAY, TODAY);

        assertThat(time.sums(organization, filter).entries()).isEqualTo(3);
    }

    @Test
    void ofOpenTicketsReadNone() {
        // Whether a row has to be asked if it is visible is known as soon as its commit is on the disk.
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("set local synchronous_commit = on").update();
            for (int i = 0; i < 40; i++) {
                TimeSamples.ticket(jdbc, organization, client.value(), "TKT-" + i);
            }
        });
        jdbc.sql("vacuum analyze desk_ticket").update();

        Read<OpenTickets.Counts> open = read("desk_ticket", () -> tickets.count(organization, null));

        assertThat(open.answer()).isEqualTo(new OpenTickets.Counts(40, 0, 40));
        assertThat(open.rows()).isLessThan(40);
    }

    private static TimeFilter worked(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new TimeFilter("worked", null, null, null, null, null, null, null, null, from, to);
    }

    private void write(String description, LocalDate day, int entries, int minutes) {
        jdbc.sql(
                        """
                        with written as (
                            insert into desk_time (organization_id, id, date, minutes, description, client_id, user_name,
                                billable, billing_state, created_at, updated_at, sort_key)
                            select :organization, gen_random_uuid(), :day, :minutes, :description, :client, 'Kjell', true,
                                'UNBILLED', now(), now(), :description from generate_series(1, :entries)
                            returning organization_id, id, description
                        )
                        insert into desk_time_search (organization_id, id, search_text, changed_at)
                        select organization_id, id, ' ' || description, now() from written
                        """)
                .param("organization", organization.value())
                .param("client", client.value())
                .param("description", description)
                .param("day", day)
                .param("minutes", minutes)
                .param("entries", entries)
                .update();
        jdbc.sql("vacuum analyze desk_time, desk_time_search").update();
    }

    /** @param rows that were read for it */
    private record Read<T>(T answer, long rows) {}

    /** Small tables are read whole, as soon as statistics tell how small they are: that is not what is asked here. */
    private <T> Read<T> read(String table, Supplier<T> asked) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            long before = rowsRead(table);
            T answer = asked.get();
            return new Read<>(answer, rowsRead(table) - before);
        }));
    }

    private long rowsRead(String table) {
        return jdbc.sql("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
