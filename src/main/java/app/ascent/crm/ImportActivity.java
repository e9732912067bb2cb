package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, in the activity of clients and contacts, what an import overwrote: who, by which run, what was and what is. */
@Service
public class ImportActivity {

    private static final Set<String> NAMED_APART = Set.of("accountManager", "client");

    private static final String PRIMARY = "Primary contact";

    /** One thing that was changed on one record, in words. */
    private record Line(UUID record, String name, String field, @Nullable String before, @Nullable String after) {}

    private final Users users;
    private final Audit audit;
    private final JdbcClient jdbc;

    ImportActivity(Users users, Audit audit, JdbcClient jdbc) {
        this.users = users;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Transactional
    public void clients(OrganizationId organization, ImportDeed deed, List<Overwritten<ClientFields>> records) {
        Map<UserId, String> names = users.names(organization, accountManagers(records));
        tell(
                organization,
                deed,
                records.stream()
                        .map(each -> told(
                                deed,
                                Clients.AUDITED_AS,
                                each.id(),
                                each.after().name(),
                                differences(ClientFields.class, each)
                                        .and(
                                                "Account manager",
                                                name(
                                                        names,
                                                        each,
                                                        "accountManager",
                                                        each.before().accountManager()),
                                                name(
                                                        names,
                                                        each,
                                                        "accountManager",
                                                        each.after().accountManager()))
                                        .changes()))
                        .toList());
    }

    @Transactional
    public void contacts(OrganizationId organization, ImportDeed deed, List<Overwritten<ContactFields>> records) {
        Map<ClientId, String> names = clientNames(organization, clientsOf(records));
        tell(
                organization,
                deed,
                records.stream()
                        .map(each -> told(
                                deed,
                                Contacts.AUDITED_AS,
                                each.id(),
                                ContactColumns.fullName(each.after()),
                                differences(ContactFields.class, each)
                                        .and(
                                                "Client",
                                                name(
                                                        names,
                                                        each,
                                                        "client",
                                                        each.before().client()),
                                                name(
                                                        names,
                                                        each,
                                                        "client",
                                                        each.after().client()))
                                        .changes()))
                        .toList());
    }

    /** Parents that people chose and that gave way. */
    @Transactional
    public void parents(OrganizationId organization, ImportDeed deed, List<ClientImports.ParentLost> lost) {
        if (lost.isEmpty()) {
            return;
        }
        Map<ClientId, String> names = parentNames(organization, lost);
        lines(
                organization,
                deed,
                Clients.AUDITED_AS,
                lost.stream()
                        .map(each -> new Line(
                                each.client().value(),
                                names.getOrDefault(each.client(), each.client().toString()),
                                "Parent client",
                                each.before() == null ? null : names.get(each.before()),
                                each.after() == null ? null : names.get(each.after())))
                        .toList());
    }

    private Map<ClientId, String> parentNames(OrganizationId organization, List<ClientImports.ParentLost> lost) {
        return clientNames(
                organization,
                lost.stream()
                        .flatMap(each -> Stream.of(each.client(), each.before(), each.after()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** Primary contacts that people chose and that gave way. */
    @Transactional
    public void primaries(OrganizationId organization, ImportDeed deed, List<ContactImports.PrimaryLost> lost) {
        List<Line> lines = new ArrayList<>();
        for (ContactImports.PrimaryLost each : lost) {
            lines.add(new Line(each.contact().value(), each.name(), PRIMARY, null, "Yes"));
            if (each.holder() != null) {
                lines.add(new Line(
                        each.holder().value(),
                        Objects.requireNonNullElse(each.holderName(), ""),
                        PRIMARY,
                        "Yes",
                        null));
            }
        }
        lines(organization, deed, Contacts.AUDITED_AS, lines);
    }

    /** What is no field of the record itself: parents, primary contacts. */
    private void lines(OrganizationId organization, ImportDeed deed, String type, List<Line> lines) {
        tell(
                organization,
                deed,
                lines.stream()
                        .map(line -> told(
                                deed,
                                type,
                                line.record(),
                                line.name(),
                                List.of(new Change(line.field(), line.before(), line.after()))))
                        .toList());
    }

    /** What clients are called, of those asked for. */
    @Transactional(readOnly = true)
    public Map<ClientId, String> clientNames(OrganizationId organization, Set<ClientId> clients) {
        Map<ClientId, String> names = new HashMap<>();
        jdbc.sql("select id, name from crm_client where organization_id = :organization and id = any(:ids)")
                .param("organization", organization.value())
                .param(
                        "ids",
                        new SqlArrayValue(
                                "uuid", clients.stream().map(ClientId::value).toArray()))
                .query(row -> {
                    names.put(new ClientId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    private void tell(OrganizationId organization, ImportDeed deed, List<Audit.Told> entries) {
        audit.recordAll(organization, deed.by(), Action.UPDATE, entries);
    }

    private static Audit.Told told(ImportDeed deed, String type, UUID id, String name, List<Change> changes) {
        List<Change> all = new ArrayList<>();
        all.add(new Change(Audit.HAPPENED, null, deed.what()));
        all.addAll(changes);
        return new Audit.Told(new AuditedRecord(type, id.toString(), name), all);
    }

    private static <R extends Record> Differences differences(Class<R> type, Overwritten<R> each) {
        Set<String> aside = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(field -> NAMED_APART.contains(field) || !each.fields().contains(field))
                .collect(Collectors.toSet());
        return Differences.between(type, each.before(), each.after(), aside);
    }

    private static Set<UserId> accountManagers(List<Overwritten<ClientFields>> records) {
        Set<UserId> managers = new HashSet<>();
        for (Overwritten<ClientFields> each : records) {
            for (ClientFields fields : List.of(each.before(), each.after())) {
                UserId manager = fields.accountManager();
                if (manager != null) {
                    managers.add(manager);
                }
            }
        }
        return managers;
    }

    private static Set<ClientId> clientsOf(List<Overwritten<ContactFields>> records) {
        return records.stream()
                .flatMap(each -> Stream.of(each.before().client(), each.after().client()))
                .collect(Collectors.toSet());
    }

    private static <K> @Nullable String name(Map<K, String> names, Overwritten<?> each, String field, @Nullable K key) {
        return key == null || !each.fields().contains(field) ? null : names.getOrDefault(key, key.toString());
    }
}
