package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.crm.search.SearchTable;
import app.ascent.crm.search.SearchTexts;
import app.ascent.identity.OrganizationId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Contacts {

    /** What audit entries call a contact. */
    public static final String AUDITED_AS = "Contact";

    /** Told by name in audit entries, or nothing that people enter. */
    private static final Set<String> NAMED_APART = Set.of("client", "primaryClaim");

    private final ContactRows rows;
    private final PrimaryChoice primaryChoice;
    private final ClientReading clients;
    private final ContactReading reading;
    private final ContactRules rules;
    private final SearchTexts searchTexts;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(
            ContactRows rows,
            PrimaryChoice primaryChoice,
            ClientReading clients,
            ContactReading reading,
            ContactRules rules,
            SearchTexts searchTexts,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.primaryChoice = primaryChoice;
        this.clients = clients;
        this.reading = reading;
        this.rules = rules;
        this.searchTexts = searchTexts;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ContactView> list(OrganizationId organization, ContactFilter filter, Pageable pageable) {
        return reading.all(organization, filter, pageable);
    }

    /** The same for people, who would rather have the page soon than a search for "a" counted to its end. */
    @Transactional(readOnly = true)
    public Found<ContactView> browse(OrganizationId organization, ContactFilter filter, Pageable pageable) {
        return reading.some(organization, filter, pageable);
    }

    /** @throws CrmRefused.Unknown also for another organization's contact */
    @Transactional(readOnly = true)
    public ContactView get(OrganizationId organization, ContactId contact) {
        return find(organization, contact).orElseThrow(() -> new CrmRefused.Unknown(contact.value()));
    }

    @Transactional(readOnly = true)
    public Optional<ContactView> find(OrganizationId organization, ContactId contact) {
        return reading.find(organization, contact);
    }

    @Transactional(readOnly = true)
    public Optional<ContactView> primaryOf(OrganizationId organization, ClientId client) {
        return reading.primaryOf(organization, client);
    }

    /** The one that came from there. */
    @Transactional(readOnly = true)
    public Optional<ContactView> find(OrganizationId organization, Provenance source) {
        return reading.find(organization, source);
    }

    /** What is kept of where it came from; empty for one that was created in Ascent. */
    @Transactional(readOnly = true)
    public Optional<SourceTrace> sourceTrace(OrganizationId organization, ContactId contact) {
        return reading.trace(organization, contact.value());
    }

    @Transactional(readOnly = true)
    public long count(OrganizationId organization) {
        return jdbc.sql("select count(*) from crm_contact where organization_id = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public long countActive(OrganizationId organization) {
        return jdbc.sql("select count(*) from crm_contact where organization_id = :organization and status = 'ACTIVE'")
                .param("organization", organization.value())
                .query(Long.class)
                .single();
    }

    @Transactional
    public ContactView create(OrganizationId organization, ContactDraft draft) {
        ContactRules.Checked checked = rules.check(organization, null, draft);
        if (checked.primary()) {
            primaryChoice.choose(organization, checked.fields().client(), now());
        }
        Contact contact = rows.saveAndFlush(new Contact(organization, checked.fields(), checked.primary(), now()));
        audit.record(Action.CREATE, audited(contact), differences(organization, null, false, contact));
        return written(organization, contact);
    }

    @Transactional
    public ContactView update(OrganizationId organization, ContactId id, ContactDraft draft) {
        Contact contact = existing(organization, id);
        if (draft.version() != null && draft.version() != contact.version()) {
            throw new CrmRefused.ChangedMeanwhile(id.value());
        }
        ContactRules.Checked checked = rules.check(organization, contact.fields(), draft);
        return change(organization, contact, checked.fields(), checked.primary());
    }

    /** Takes the contact out of lists of active ones; an inactive contact is not primary either. */
    @Transactional
    public ContactView setStatus(OrganizationId organization, ContactId id, RecordStatus status) {
        Contact contact = existing(organization, id);
        boolean primary = contact.isPrimary() && status == RecordStatus.ACTIVE;
        return change(organization, contact, contact.fields().with(status), primary);
    }

    @Transactional
    public void delete(OrganizationId organization, ContactId id) {
        Contact contact = existing(organization, id);
        audit.record(
                Action.DELETE,
                audited(contact),
                Differences.between(ContactFields.class, contact.fields(), null, NAMED_APART)
                        .changes());
        rows.delete(contact);
        try {
            rows.flush();
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw new CrmRefused.ChangedMeanwhile(id.value());
        }
        searchTexts.remove(SearchTable.CONTACTS, organization.value(), id.value());
    }

    private ContactView change(OrganizationId organization, Contact contact, ContactFields fields, boolean primary) {
        ContactFields before = contact.fields();
        boolean primaryBefore = contact.isPrimary();
        try {
            settlePrimary(organization, contact, fields, primary);
            contact.change(fields, now());
            List<Change> changes = differences(organization, before, primaryBefore, contact);
            if (!changes.isEmpty()) {
                rows.saveAndFlush(contact);
                audit.record(Action.UPDATE, audited(contact), changes);
            }
        } catch (OptimisticLockingFailureException changedMeanwhile) {
            throw new CrmRefused.ChangedMeanwhile(contact.id().value());
        }
        return written(organization, contact);
    }

    /**
     * Only what a person says about the primary contact is a choice that imports respect. That it is inactive now, or with
     * another client, merely leaves the place empty.
     */
    private void settlePrimary(OrganizationId organization, Contact contact, ContactFields next, boolean primary) {
        boolean moves = !next.client().equals(contact.fields().client());
        if (primary && (moves || !contact.isPrimary())) {
            contact.yieldPrimary(now());
            rows.saveAndFlush(contact);
            primaryChoice.choose(organization, next.client(), now());
            contact.becomePrimary(now());
        } else if (!primary && contact.isPrimary()) {
            contact.yieldPrimary(now());
            if (!moves && next.status() == RecordStatus.ACTIVE) {
                primaryChoice.nobody(organization, next.client());
            }
        }
    }

    private ContactView written(OrganizationId organization, Contact contact) {
        searchTexts.put(
                SearchTable.CONTACTS,
                organization.value(),
                Map.of(contact.id().value(), ContactColumns.searchText(contact.fields())));
        return get(organization, contact.id());
    }

    private Contact existing(OrganizationId organization, ContactId id) {
        return rows.findByOrganizationIdAndId(organization.value(), id.value())
                .orElseThrow(() -> new CrmRefused.Unknown(id.value()));
    }

    private List<Change> differences(
            OrganizationId organization, @Nullable ContactFields before, boolean primaryBefore, Contact now) {
        ClientId clientBefore = before == null ? null : before.client();
        return Differences.between(ContactFields.class, before, now.fields(), NAMED_APART)
                .and(
                        "Client",
                        nameOf(organization, clientBefore),
                        nameOf(organization, now.fields().client()))
                .and("Primary contact", primaryBefore, now.isPrimary())
                .changes();
    }

    private @Nullable String nameOf(OrganizationId organization, @Nullable ClientId client) {
        return client == null
                ? null
                : clients.find(organization, client)
                        .map(found -> found.fields().name())
                        .orElseGet(client::toString);
    }

    private static AuditedRecord audited(Contact contact) {
        return new AuditedRecord(AUDITED_AS, contact.id().toString(), ContactColumns.fullName(contact.fields()));
    }

    /** As finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
