package app.ascent.importing.ticket;

import static app.ascent.importing.ticket.TicketMapping.PARKED;
import static app.ascent.importing.ticket.TicketMapping.entry;
import static app.ascent.importing.ticket.TicketMapping.map;
import static app.ascent.importing.ticket.TicketMapping.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.desk.SystemStatus;
import app.ascent.desk.TicketFields;
import app.ascent.importing.Payload;
import app.ascent.migration.spi.DecidableField;
import app.ascent.migration.spi.DecidableField.Target;
import app.ascent.migration.spi.Mapped.Ready;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statuses of Autotask become, and whether a ticket is closed with them. */
class TicketStatusTests {

    private static final List<Target> OFFERED = Stream.concat(
                    Arrays.stream(SystemStatus.values())
                            .map(status ->
                                    new Target(status.name(), status.name().replace('_', ' '))),
                    Stream.of(new Target(PARKED.toString(), "Waiting  customer"), new Target("e1", "Escalated")))
            .toList();

    private static final DecidableField STATUS = TicketStatusRule.decidable(organization -> OFFERED);

    @ParameterizedTest
    @CsvSource({
        "New, NEW",
        "Open, OPEN",
        "In progress, IN_PROGRESS",
        "Dispatched, IN_PROGRESS",
        "Scheduled, IN_PROGRESS",
        "Assigned, IN_PROGRESS",
        "Waiting Vendor, WAITING",
        "On Hold, WAITING",
        "Customer note added, WAITING",
        "Customer note added/pending, WAITING",
        "Resolved, RESOLVED",
        "Work complete, RESOLVED",
        "Complete, CLOSED",
        "Completed, CLOSED",
        "Escalated, e1",
        "Erledigt,"
    })
    void proposesByTheLabel(String label, @Nullable String target) {
        assertThat(STATUS.proposal().of(entry("29", label, true, false, null), OFFERED))
                .isEqualTo(target);
    }

    /** Two blanks, and capital letters, make no other name of it. */
    @Test
    void prefersAStatusOfTheSameName() {
        assertThat(STATUS.proposal().of(entry("7", "Waiting Customer", true, false, null), OFFERED))
                .isEqualTo(PARKED.toString());
    }

    @ParameterizedTest
    @CsvSource({"1, true, NEW", "5, true, CLOSED", "5, false,", "8, true,"})
    void goesByTheNumberOfAutotasksOwnWhereTheLabelSaysNothing(String value, boolean system, @Nullable String target) {
        assertThat(STATUS.proposal().of(entry(value, "Erledigt", true, system, null), OFFERED))
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NEW, , 2026-10-01T00:00:00Z",
        "5, CLOSED, 2026-10-01T00:00:00Z,",
        "6, RESOLVED, 2026-10-01T00:00:00Z,"
    })
    void closesWithTheStatusAlone(long status, SystemStatus means, @Nullable String closedAt, @Nullable String kept) {
        Ready<TicketFields> mapped =
                map(Payload.ticket().with("status", status).with("completedDate", "2026-10-01T00:00:00Z"));

        assertThat(mapped.target().statusId()).isEqualTo(means.id());
        assertThat(mapped.target().closed()).isEqualTo(means.closed());
        assertThat(mapped.target().closedAt()).isEqualTo(closedAt == null ? null : Instant.parse(closedAt));
        assertThat(mapped.details().originals().get("completedDate")).isEqualTo(kept);
    }

    @Test
    void takesTheLastActivityOfAClosedTicketWithoutATime() {
        assertThat(map(Payload.ticket().with("status", 5)).target().closedAt()).isEqualTo("2026-09-28T08:50:02.3Z");
    }

    @ParameterizedTest
    @CsvSource({
        "29, , OPEN, UNKNOWN_VALUE status=29 -> OPEN",
        "29, 2026-10-01T00:00:00Z, CLOSED, UNKNOWN_VALUE status=29 -> CLOSED",
        "77, , OPEN, UNKNOWN_VALUE status=77 -> OPEN",
        "29, 0001-01-01T00:00:00Z, OPEN, UNKNOWN_VALUE status=29 -> OPEN",
        "7, , WAITING, UNKNOWN_VALUE status=7 -> WAITING"
    })
    void tellsOfUnknownAndInactiveOnes(long status, @Nullable String completed, SystemStatus means, String remark) {
        Payload ticket = Payload.ticket().with("status", status);
        Ready<TicketFields> mapped = map(completed == null ? ticket : ticket.with("completedDate", completed));

        assertThat(mapped.target().statusId()).isEqualTo(means.id());
        assertThat(remarks(mapped)).contains(remark);
        assertThat(mapped.details().originals()).containsKey("status");
    }

    /** Of the organization's own statuses only the organization knows whether they end a ticket. */
    @Test
    void takesAStatusOfTheOrganization() {
        Ready<TicketFields> mapped =
                map(Payload.ticket().with("status", 30).with("completedDate", "2026-10-01T00:00:00Z"));

        assertThat(mapped.target().statusId().value()).isEqualTo(PARKED);
        assertThat(mapped.target().closedAt()).isEqualTo("2026-10-01T00:00:00Z");
        assertThat(remarks(mapped)).containsExactly("UNKNOWN_VALUE status=30 -> Parked");
    }
}
