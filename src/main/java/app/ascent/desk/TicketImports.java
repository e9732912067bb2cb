package app.ascent.desk;

import app.ascent.contracts.OrganizationDays;
import app.ascent.identity.OrganizationId;
import app.ascent.record.imports.ImportedRecord;
import app.ascent.record.imports.RecordImports;
import app.ascent.record.table.SearchTexts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How an import reads and writes tickets: whole batches in a few statements, in the caller's transaction, silently. A ticket fits a
 * source record that it came from, and no other ({@link #adopted}).
 */
@Service
public class TicketImports extends RecordImports<TicketFields> {

    private final Clock clock;
    private final TicketNumbers numbers;
    private final ImportedLinks links;
    private final OrganizationDays days;

    TicketImports(
            JdbcClient jdbc,
            JdbcOperations bulk,
            Clock clock,
            SearchTexts searchTexts,
            TicketNumbers numbers,
            ImportedLinks links,
            OrganizationDays days) {
        super(jdbc, bulk, clock, searchTexts, TicketTables.TICKETS, "");
        this.clock = clock;
        this.numbers = numbers;
        this.links = links;
        this.days = days;
    }

    /**
     * No source knows Ascent's numbers: a new ticket gets the next one of the day on which it was opened at the source, any other
     * keeps its own, and what happened to it in Ascent. What a ticket names and was deleted meanwhile is left out.
     */
    @Override
    @Transactional
    public void save(OrganizationId organization, List<ImportedRecord<TicketFields>> batch, boolean complete) {
        Map<UUID, TicketFields> present = present(organization, batch);
        List<ImportedRecord<TicketFields>> there = batch.stream()
                .filter(ticket -> ticket.fresh() || present.containsKey(ticket.id()))
                .toList();
        List<TicketFields> fields = links.kept(
                organization, there.stream().map(ImportedRecord::fields).toList());
        Instant now = clock.instant();
        List<ImportedRecord<TicketFields>> timed = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            ImportedRecord<TicketFields> ticket = there.get(i);
            timed.add(with(ticket, timed(fields.get(i), present.get(ticket.id()), now)));
        }
        super.save(organization, numbered(organization, timed), complete);
    }

    private Map<UUID, TicketFields> present(OrganizationId organization, List<ImportedRecord<TicketFields>> batch) {
        List<UUID> known = batch.stream()
                .filter(ticket -> !ticket.fresh())
                .map(ImportedRecord::id)
                .toList();
        return known.isEmpty() ? Map.of() : read(organization, known);
    }

    /** As the source tells; where it tells nothing, as it was, or else as it is now. */
    private static TicketFields timed(TicketFields ticket, @Nullable TicketFields present, Instant now) {
        Map<String, @Nullable Object> times = new HashMap<>();
        Instant opened = first(ticket.openedAt(), present == null ? null : present.openedAt(), now);
        Instant active = first(ticket.lastActivityAt(), ticket.closedAt(), opened);
        if (present != null
                && present.lastActivityAt() != null
                && present.lastActivityAt().isAfter(active)) {
            active = present.lastActivityAt();
        }
        times.put("openedAt", opened);
        times.put("lastActivityAt", active);
        times.put("closedAt", ticket.closed() ? first(ticket.closedAt(), closed(present), active) : null);
        if (present != null) {
            times.put("number", present.number());
            if (ticket.firstResponseAt() == null) {
                times.put("firstResponseAt", present.firstResponseAt());
            }
        }
        TicketFields timed = ticket;
        for (var time : times.entrySet()) {
            timed = TicketFields.FIELDS.with(timed, time.getKey(), time.getValue());
        }
        return timed;
    }

    private static @Nullable Instant closed(@Nullable TicketFields present) {
        return present == null ? null : present.closedAt();
    }

    private static Instant first(@Nullable Instant one, @Nullable Instant other, Instant otherwise) {
        return Objects.requireNonNullElse(one == null ? other : one, otherwise);
    }

    private List<ImportedRecord<TicketFields>> numbered(
            OrganizationId organization, List<ImportedRecord<TicketFields>> tickets) {
        List<ImportedRecord<TicketFields>> fresh =
                tickets.stream().filter(ImportedRecord::fresh).toList();
        if (fresh.isEmpty()) {
            return tickets;
        }
        ZoneId zone = days.zone(organization);
        List<String> next = numbers.next(
                organization,
                fresh.stream().map(ticket -> opened(ticket.fields(), zone)).toList());
        Map<UUID, String> given = new HashMap<>();
        for (int i = 0; i < next.size(); i++) {
            given.put(fresh.get(i).id(), next.get(i));
        }
        return tickets.stream()
                .map(ticket -> ticket.fresh()
                        ? with(ticket, TicketFields.FIELDS.with(ticket.fields(), "number", given.get(ticket.id())))
                        : ticket)
                .toList();
    }

    private static LocalDate opened(TicketFields ticket, ZoneId zone) {
        return LocalDate.ofInstant(Objects.requireNonNull(ticket.openedAt()), zone);
    }

    private static ImportedRecord<TicketFields> with(ImportedRecord<TicketFields> ticket, TicketFields fields) {
        return new ImportedRecord<>(ticket.id(), ticket.fresh(), ticket.provenance(), fields, ticket.details());
    }
}
