package app.ascent.importing.time;

import app.ascent.contracts.OrganizationDays;
import app.ascent.crm.ClientId;
import app.ascent.desk.time.ImportedHours;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.MigrationService;
import app.ascent.importing.SourceHours;
import app.ascent.importing.field.Value;
import app.ascent.migration.MigrationView;
import app.ascent.migration.SentRecords;
import app.ascent.migration.SentRecords.Became;
import app.ascent.migration.SentRecords.Sent;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Payload;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.RecordNames;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Sums up what Autotask sent. Payloads lie packed, many together, where no statement looks into them; so they are read through once, in
 * parts, by the very rule that imports them, and only sums are kept. Whose time it is follows from the company of the ticket, or of the
 * project of the task, as Autotask has it: also of what was not imported.
 */
@Component
class StagedHours implements SourceHours {

    private static final EntityType COMPANIES = new EntityType("companies");
    private static final EntityType PROJECTS = new EntityType("projects");

    private record Key(@Nullable UUID client, YearMonth month, Became became) {}

    private static final class Total {
        private long entries;
        private long minutes;
        private long billable;
    }

    /** @param entry null where nobody can read it */
    private record Told(Sent sent, @Nullable AutotaskTimeEntry entry) {

        boolean isNobodys(Clients clients) {
            return entry != null && clients.of(entry) == null;
        }
    }

    /** What records name that time is worked on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Named(@Nullable String companyID, @Nullable String projectID) {}

    private final SentRecords sent;
    private final MigrationService migrations;
    private final OrganizationDays days;
    private final ImportedHours imported;
    private final RecordNames names;

    StagedHours(
            SentRecords sent,
            MigrationService migrations,
            OrganizationDays days,
            ImportedHours imported,
            RecordNames names) {
        this.sent = sent;
        this.migrations = migrations;
        this.days = days;
        this.imported = imported;
        this.names = names;
    }

    @Override
    public Hours of(MigrationId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        MigrationView migration = migrations.get(id).migration();
        OrganizationId organization = migrations.organization();
        Clients clients = new Clients(organization, migration);
        ZoneId zone = days.zone(organization);
        Map<Key, Total> totals = new HashMap<>();
        long[] unmeasured = {0};
        sent.each(organization, id, TimeEntryMapper.TYPE, some -> {
            List<Told> told = some.stream()
                    .map(each -> new Told(each, read(each, AutotaskTimeEntry.class)))
                    .toList();
            Map<Long, ClientId> standing = standing(organization, migration, clients, told);
            told.forEach(each -> {
                AutotaskTimeEntry entry = each.entry;
                Optional<Long> minutes = entry == null ? Optional.empty() : Worked.minutes(entry);
                if (entry == null || minutes.isEmpty()) {
                    unmeasured[0]++;
                    return;
                }
                LocalDate day = Worked.day(entry, zone);
                if ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to))) {
                    Total total = totals.computeIfAbsent(
                            key(
                                    clients.of(entry),
                                    YearMonth.from(day),
                                    each.sent.became(),
                                    standing.get(each.sent.id().value())),
                            key -> new Total());
                    total.entries++;
                    total.minutes += minutes.get();
                    total.billable += billable(entry, minutes.get());
                }
            });
        });
        List<Sum> sums = new ArrayList<>();
        totals.forEach((key, total) ->
                sums.add(new Sum(key.client, key.month, key.became, total.entries, total.minutes, total.billable)));
        return new Hours(sums, unmeasured[0]);
    }

    /**
     * What stands of those that the last run did not load, though an earlier one did, and of those whose client Autotask did
     * not tell, as where the ticket is out of scope.
     */
    private Map<Long, ClientId> standing(
            OrganizationId organization, MigrationView migration, Clients clients, List<Told> some) {
        List<Long> asked = some.stream()
                .filter(each -> each.sent.became() != Became.LOADED || each.isNobodys(clients))
                .map(each -> each.sent.id().value())
                .toList();
        return asked.isEmpty()
                ? Map.of()
                : imported.standing(
                        organization,
                        migration.source().system(),
                        migration.source().database(),
                        asked);
    }

    private static Key key(@Nullable UUID client, YearMonth month, Became became, @Nullable ClientId standing) {
        return standing == null
                ? new Key(client, month, became)
                : new Key(client == null ? standing.value() : client, month, Became.LOADED);
    }

    @Override
    public List<Standing> standing(MigrationId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        MigrationView migration = migrations.get(id).migration();
        return imported
                .sum(
                        migrations.organization(),
                        migration.source().system(),
                        migration.source().database(),
                        from,
                        to)
                .stream()
                .map(sum -> new Standing(
                        sum.client().value(),
                        sum.month(),
                        sum.entries(),
                        sum.minutes(),
                        sum.billableMinutes(),
                        sum.edited()))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> clients) {
        Map<UUID, String> called = new HashMap<>();
        names.of(migrations.organization(), clients.stream().map(ClientId::new).toList())
                .forEach((id, name) -> called.put(((ClientId) id).value(), name));
        return called;
    }

    private static long billable(AutotaskTimeEntry entry, long worked) {
        if (Value.isSet(entry.isNonBillable())) {
            return 0;
        }
        Long toBill = Worked.toBill(entry, worked);
        return toBill == null ? worked : toBill;
    }

    private static <T> @Nullable T read(Sent each, Class<T> type) {
        try {
            return Payload.read(each.payload(), type).source();
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** Whose time is whose; what belongs to what is read when the first entry asks. */
    private final class Clients {

        private final OrganizationId organization;
        private final MigrationView migration;
        private final Map<SourceId, TargetId> companies;
        private @Nullable Belonging tickets;
        private @Nullable Belonging tasks;
        private @Nullable Belonging projects;

        Clients(OrganizationId organization, MigrationView migration) {
            this.organization = organization;
            this.migration = migration;
            this.companies = sent.targets(organization, migration.id(), migration.source(), COMPANIES);
        }

        @Nullable
        UUID of(AutotaskTimeEntry entry) {
            OptionalLong company = company(entry);
            TargetId client = company.isPresent() ? companies.get(new SourceId(company.getAsLong())) : null;
            return client == null ? null : client.value();
        }

        private OptionalLong company(AutotaskTimeEntry entry) {
            OptionalLong ticket = Value.id(entry.ticketID());
            if (ticket.isPresent()) {
                tickets = tickets == null ? read(TimeEntryMapper.TICKET.type(), true) : tickets;
                return tickets.of(ticket);
            }
            OptionalLong task = Value.id(entry.taskID());
            if (task.isEmpty()) {
                return task;
            }
            tasks = tasks == null ? read(TimeEntryMapper.TASK.type(), false) : tasks;
            projects = projects == null ? read(PROJECTS, true) : projects;
            return projects.of(tasks.of(task));
        }

        private Belonging read(EntityType type, boolean byCompany) {
            Belonging belonging = new Belonging();
            sent.each(
                    organization,
                    migration.id(),
                    type,
                    some -> some.forEach(each -> {
                        Named named = StagedHours.read(each, Named.class);
                        if (named != null) {
                            belonging.add(each.id().value(), byCompany ? named.companyID() : named.projectID());
                        }
                    }));
            return belonging;
        }
    }
}
