package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.crm.search.SearchTable;
import app.ascent.crm.search.SearchTexts;
import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Clients {

    /** What audit entries call a client. */
    public static final String AUDITED_AS = "Client";

    /** Told by name in audit entries. */
    private static final Set<String> NAMED_APART = Set.of("accountManager");

    private final ClientRows rows;
    private final ContactReading contacts;
    private final ClientReading reading;
    private final ClientRules rules;
    private final SearchTexts searchTexts;
    private final Users users;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Clients(
            ClientRows rows,
            ContactReading contacts,
            ClientReading reading,
            ClientRules rules,
            SearchTexts searchTexts,
            Users users,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.reading = reading;
        this.rules = rules;
        this.searchTexts = searchTexts;
        this.users = users;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ClientView> list(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return reading.all(organization, filter, pageable);
    }

    /** The same for people, who would rather have the page soon than a search for "a" counted to its end. */
    @Transactional(readOnly = true)
    public Found<ClientView> browse(OrganizationId organization, ClientFilter filter, Pageable pageable) {
        return reading.some(organization, filter, pageable);
    }

    @Transactional(readOnly = true)
    public Page<ClientView> children(OrganizationId organization, ClientId parent, Pageable pageable) {
        return reading.children(organization, parent, pageable);
    }

    /** How many contacts each of these clients has; none is absent. */
    @Transactional(readOnly = true)
    public Map<ClientId, Long> contactCounts(OrganizationId organization, List<ClientId> clients) {
        return contacts.counts(organization, clients);
    }

    /** @throws CrmRefused.Unknown also for another organization's client */
    @Transactional(readOnly = true)
    public ClientView get(OrganizationId organization, ClientId client) {
        return find(organization, client).orElseThrow(() -> new CrmRefused.Unknown(client.value()));
    }

    @Transactional(readOnly = true)
    public Optional<ClientView> find(OrganizationId organization, ClientId client) {
        return reading.find(organization, client);
    }

    /** The one that came from there. */
    @Transactional(readOnly = true)
    public Optional<ClientView> find(OrganizationId organization, Provenance source) {
        return reading.find(organization, source);
    }

    /** What is kept of where it came from; empty for one that was created in Ascent. */
    @Transactional(readOnly = true)
    public Optional<SourceTrace> sourceTrace(OrganizationId organization, ClientId client) {
        return reading.trace(organization, client.value());
    }

    @Transactional(readOnly = true)
    public long count(OrganizationId organization) {
        return jdbc.sql("select count(*) from crm_client where organization_id = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public long countActive(OrganizationId organization) {
        return jdbc.sql("select count(*) from crm_client where organization_id = :organization and status = 'ACTIVE'")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    @Transactional
    public ClientView create(OrganizationId organization, ClientDraft draft) {
        ClientRules.Checked checked = rules.check(organization, null, draft);
        Client client = rows.saveAndFlush(new Client(organization, checked.fields(), checked.parent(), now()));
        audit.record(Action.CREATE, audited(client), differences(organization, null, null, client));
        return written(organization, client);
    }

    @Transactional
    public ClientView update(OrganizationId organization, ClientId id, ClientDraft draft) {
        Client client = existing(organization, id);
        if (draft.version() != null && draft.version() != client.version()) {
            throw new CrmRefused.ChangedMeanwhile(id.value());
        }
        ClientRules.Checked checked = rules.check(organization, client, draft);
        return change(organization, client, checked.fields(), checked.parent());
    }

    /** Takes the client out of lists of active ones; nothing else changes. */
    @Transactional
    public ClientView setStatus(OrganizationId organization, ClientId id, RecordStatus status) {
        Client client = existing(organization, id);
        return change(organization, client, client.fields().with(status), client.parent());
    }

    /** What keeps a client from being deleted, or empty. */
    @Transactional(readOnly = true)
    public Optional<CrmRefused.InUse> use(OrganizationId organization, ClientId id) {
        long contactCount = contacts.counts(organization, List.of(id)).getOrDefault(id, 0L);
        long childCount = rows.countByOrganizationIdAndParentId(organization.value(), id.value());
        return contactCount + childCount == 0
                ? Optional.empty()
                : Optional.of(new CrmRefused.InUse(id, contactCount, childCount));
    }

    /** @throws CrmRefused.InUse while it has contacts or clients below it */
    @Transactional
    public void delete(OrganizationId organization, ClientId id) {
        Client client = existing(organization, id);
        Optional<CrmRefused.InUse> use = use(organization, id);
        if (use.isPresent()) {
            throw use.get();
        }
        audit.record(
                Action.DELETE,
                audited(client),
                Differences.between(ClientFields.class, client.fields(), null, NAMED_APART)
                        .changes());
        rows.delete(client);
        try {
            rows.flush();
        } catch (DataIntegrityViolationException cameMeanwhile) {
            throw new CrmRefused.InUse(id, 0, 0);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw new CrmRefused.ChangedMeanwhile(id.value());
        }
        searchTexts.remove(SearchTable.CLIENTS, organization.value(), id.value());
    }

    private ClientView change(
            OrganizationId organization, Client client, ClientFields fields, @Nullable ClientId parent) {
        ClientFields before = client.fields();
        ClientId parentBefore = client.parent();
        client.change(fields, now());
        client.moveUnder(parent, now());
        List<Change> changes = differences(organization, before, parentBefore, client);
        if (changes.isEmpty()) {
            return written(organization, client);
        }
        try {
            rows.saveAndFlush(client);
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw new CrmRefused.ChangedMeanwhile(client.id().value());
        }
        audit.record(Action.UPDATE, audited(client), changes);
        return written(organization, client);
    }

    private ClientView written(OrganizationId organization, Client client) {
        searchTexts.put(
                SearchTable.CLIENTS,
                organization.value(),
                Map.of(client.id().value(), ClientColumns.searchText(client.fields())));
        return get(organization, client.id());
    }

    private Client existing(OrganizationId organization, ClientId id) {
        return rows.findByOrganizationIdAndId(organization.value(), id.value())
                .orElseThrow(() -> new CrmRefused.Unknown(id.value()));
    }

    private List<Change> differences(
            OrganizationId organization, @Nullable ClientFields before, @Nullable ClientId parentBefore, Client now) {
        UserId managerBefore = before == null ? null : before.accountManager();
        return Differences.between(ClientFields.class, before, now.fields(), NAMED_APART)
                .and(
                        "Account manager",
                        nameOf(organization, managerBefore),
                        nameOf(organization, now.fields().accountManager()))
                .and("Parent client", nameOf(organization, parentBefore), nameOf(organization, now.parent()))
                .changes();
    }

    private @Nullable String nameOf(OrganizationId organization, @Nullable UserId user) {
        return user == null ? null : users.names(organization, List.of(user)).getOrDefault(user, user.toString());
    }

    private @Nullable String nameOf(OrganizationId organization, @Nullable ClientId client) {
        return client == null
                ? null
                : reading.find(organization, client)
                        .map(found -> found.fields().name())
                        .orElseGet(client::toString);
    }

    private static AuditedRecord audited(Client client) {
        return new AuditedRecord(
                AUDITED_AS, client.id().toString(), client.fields().name());
    }

    /** As finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
