package app.ascent.importing.time;

import app.ascent.crm.ClientId;
import app.ascent.desk.time.ImportedHours;
import app.ascent.identity.OrganizationId;
import app.ascent.importing.MigrationService;
import app.ascent.importing.SourceHours;
import app.ascent.migration.MigrationView;
import app.ascent.migration.SentRecords;
import app.ascent.migration.SentRecords.Became;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.spi.TargetId;
import app.ascent.record.RecordNames;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sums up what Autotask sent, by what each entry counts, which was found out by the very rule that imports it. Whose time it is follows
 * from the company of the ticket, or of the project of the task, as Autotask has it: also of what was not imported.
 */
@Component
class StagedHours implements SourceHours {

    private static final EntityType COMPANIES = new EntityType("companies");

    /** Entries count minutes, and of these what is billed. */
    private static final SentRecords.Summed ENTRIES = new SentRecords.Summed(
            TimeEntryMapper.TYPE,
            List.of(
                    List.of(TimeEntryMapper.TICKET.type()),
                    List.of(TimeEntryMapper.TASK.type(), new EntityType("projects"))),
            2);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final int AT_ONCE = 20_000;

    private record Key(@Nullable UUID client, YearMonth month, Became became) {}

    private static final class Total {
        private long entries;
        private long minutes;
        private long billable;
    }

    private final SentRecords sent;
    private final MigrationService migrations;
    private final ImportedHours imported;
    private final RecordNames names;

    StagedHours(SentRecords sent, MigrationService migrations, ImportedHours imported, RecordNames names) {
        this.sent = sent;
        this.migrations = migrations;
        this.imported = imported;
        this.names = names;
    }

    @Override
    public Hours of(MigrationId id, @Nullable LocalDate from, @Nullable LocalDate to) {
        MigrationView migration = migrations.get(id).migration();
        OrganizationId organization = migrations.organization();
        Map<SourceId, TargetId> clients = sent.targets(organization, id, migration.source(), COMPANIES);
        SentRecords.Sums came = sent.sums(
                organization, id, ENTRIES, from == null ? FIRST : from, to == null ? LAST : to, clients.keySet());
        Map<Long, ClientId> standing = standing(organization, migration, came.sums());
        Map<Key, Total> totals = new HashMap<>();
        for (SentRecords.Sum sum : came.sums()) {
            Total total = totals.computeIfAbsent(key(sum, clients, standing), key -> new Total());
            total.entries += sum.records();
            total.minutes += sum.amounts().getFirst();
            total.billable += sum.amounts().getLast();
        }
        List<Sum> sums = new ArrayList<>();
        totals.forEach((key, total) ->
                sums.add(new Sum(key.client, key.month, key.became, total.entries, total.minutes, total.billable)));
        return new Hours(sums, came.untold());
    }

    /**
     * What stands of those that the last run did not load, though an earlier one did, and of those whose client Autotask did
     * not tell, as where the ticket is out of scope.
     */
    private Map<Long, ClientId> standing(
            OrganizationId organization, MigrationView migration, List<SentRecords.Sum> came) {
        List<Long> asked = came.stream()
                .map(SentRecords.Sum::single)
                .filter(Objects::nonNull)
                .map(SourceId::value)
                .toList();
        Map<Long, ClientId> standing = new HashMap<>();
        for (int at = 0; at < asked.size(); at += AT_ONCE) {
            standing.putAll(imported.standing(
                    organization,
                    migration.source().system(),
                    migration.source().database(),
                    asked.subList(at, Math.min(asked.size(), at + AT_ONCE))));
        }
        return standing;
    }

    private static Key key(SentRecords.Sum sum, Map<SourceId, TargetId> clients, Map<Long, ClientId> standing) {
        TargetId target = sum.top() == null ? null : clients.get(sum.top());
        UUID client = target == null ? null : target.value();
        ClientId stands =
                sum.single() == null ? null : standing.get(sum.single().value());
        return stands == null
                ? new Key(client, sum.month(), sum.became())
                : new Key(client == null ? stands.value() : client, sum.month(), Became.LOADED);
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
}
