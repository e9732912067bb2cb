package app.ascent.crm;

import app.ascent.audit.Action;
import app.ascent.audit.Audit;
import app.ascent.audit.AuditedRecord;
import app.ascent.audit.Change;
import app.ascent.identity.OrganizationId;
import app.ascent.record.Provenance;
import app.ascent.record.RecordRefused;
import app.ascent.record.RecordStatus;
import app.ascent.record.SourceTrace;
import app.ascent.record.field.Entered;
import app.ascent.record.field.FieldChanges;
import app.ascent.record.table.Found;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Contacts implements RecordDesk<ContactId, ContactView> {

    /** What audit entries call a contact. */
    public static final String AUDITED_AS = "Contact";

    private final RecordRows<ContactFields> rows;
    private final PrimaryChoice primaryChoice;
    private final ContactReading reading;
    private final ContactRules rules;
    private final FieldChanges fieldChanges;
    private final Audit audit;
    private final Clock clock;

    Contacts(
            RecordRows<ContactFields> rows,
            PrimaryChoice primaryChoice,
            ContactReading reading,
            ContactRules rules,
            FieldChanges fieldChanges,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.primaryChoice = primaryChoice;
        this.reading = reading;
        this.rules = rules;
        this.fieldChanges = fieldChanges;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ContactId id(UUID value) {
        return new ContactId(value);
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

    /** @throws RecordRefused.Unknown also for another organization's contact */
    @Transactional(readOnly = true)
    public ContactView get(OrganizationId organization, ContactId contact) {
        return find(organization, contact).orElseThrow(() -> new RecordRefused.Unknown(contact.value()));
    }

    @Transactional(readOnly = true)
    @Override
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
        return reading.trace(organization, contact);
    }

    @Transactional(readOnly = true)
    public long count(OrganizationId organization) {
        return rows.count(organization);
    }

    @Transactional(readOnly = true)
    public long countActive(OrganizationId organization) {
        return rows.countActive(organization);
    }

    @Transactional
    @Override
    public ContactView create(OrganizationId organization, Entered entered) {
        ContactRules.Checked checked = rules.check(organization, null, entered);
        if (checked.primary()) {
            primaryChoice.choose(organization, checked.fields().clientId(), clock.instant());
        }
        ContactView created = get(
                organization, new ContactId(rows.insert(organization, checked.fields(), primary(checked.primary()))));
        audit.record(
                Action.CREATE,
                audited(created),
                differences(organization, null, created.fields(), false, created.primary()));
        return created;
    }

    @Transactional
    @Override
    public ContactView update(OrganizationId organization, ContactId id, Entered entered) {
        ContactView contact = get(organization, id);
        if (entered.isOlderThan(contact.version())) {
            throw new RecordRefused.ChangedMeanwhile(id.value());
        }
        ContactRules.Checked checked = rules.check(organization, contact.fields(), entered);
        return change(organization, contact, checked.fields(), checked.primary());
    }

    /** Takes the contact out of lists of active ones; an inactive contact is not primary either. */
    @Transactional
    public ContactView setStatus(OrganizationId organization, ContactId id, RecordStatus status) {
        ContactView contact = get(organization, id);
        boolean primary = contact.primary() && status == RecordStatus.ACTIVE;
        return change(organization, contact, ContactFields.FIELDS.with(contact.fields(), "status", status), primary);
    }

    @Transactional
    @Override
    public void delete(OrganizationId organization, ContactId id) {
        ContactView contact = get(organization, id);
        audit.record(
                Action.DELETE,
                audited(contact),
                fieldChanges
                        .between(organization, ContactFields.FIELDS, contact.fields(), null)
                        .changes());
        rows.delete(organization, id.value(), contact.version());
    }

    private ContactView change(
            OrganizationId organization, ContactView contact, ContactFields fields, boolean primary) {
        boolean edited = !fields.equals(contact.fields());
        if (!edited && primary == contact.primary()) {
            return contact;
        }
        settlePrimary(organization, contact, fields, primary);
        rows.update(organization, contact.id().value(), contact.version(), fields, edited, primary(primary));
        ContactView changed = get(organization, contact.id());
        audit.record(
                Action.UPDATE,
                audited(changed),
                differences(organization, contact.fields(), fields, contact.primary(), primary));
        return changed;
    }

    /**
     * Only what a person says about the primary contact is a choice that imports respect. That it is inactive now, or with
     * another client, merely leaves the place empty.
     */
    private void settlePrimary(OrganizationId organization, ContactView contact, ContactFields next, boolean primary) {
        boolean moves = !next.clientId().equals(contact.fields().clientId());
        if (primary && (moves || !contact.primary())) {
            primaryChoice.choose(organization, next.clientId(), clock.instant());
        } else if (!primary && contact.primary() && !moves && next.status() == RecordStatus.ACTIVE) {
            primaryChoice.nobody(organization, next.clientId());
        }
    }

    private static Map<String, Object> primary(boolean primary) {
        return Map.of("is_primary", primary);
    }

    private List<Change> differences(
            OrganizationId organization,
            @Nullable ContactFields before,
            ContactFields after,
            boolean primaryBefore,
            boolean primary) {
        return fieldChanges
                .between(organization, ContactFields.FIELDS, before, after)
                .and("Primary contact", primaryBefore, primary)
                .changes();
    }

    private static AuditedRecord audited(ContactView contact) {
        return new AuditedRecord(AUDITED_AS, contact.id().toString(), contact.name());
    }
}
