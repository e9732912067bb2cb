package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Contacts extends RecordDesk<ContactId, ContactFields, Boolean, ContactView, ContactFilter> {

    /** What audit entries call a contact. */
    public static final String AUDITED_AS = "Contact";

    private final PrimaryChoice primaryChoice;
    private final ContactReading reading;
    private final ContactRules rules;
    private final Clock clock;

    Contacts(
            RecordRows<ContactFields> rows,
            PrimaryChoice primaryChoice,
            ContactReading reading,
            ContactRules rules,
            DeskServices services,
            Clock clock) {
        super(AUDITED_AS, ContactId.class, ContactFields.FIELDS, rows, reading, services);
        this.primaryChoice = primaryChoice;
        this.reading = reading;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ContactView> primaryOf(OrganizationId organization, ClientId client) {
        return reading.primaryOf(organization, client);
    }

    /** Takes the contact out of lists of active ones; an inactive contact is not primary either. */
    @Transactional
    public ContactView setStatus(OrganizationId organization, ContactId id, RecordStatus status) {
        ContactView contact = get(organization, id);
        boolean primary = contact.primary() && status == RecordStatus.ACTIVE;
        ContactFields fields = ContactFields.FIELDS.with(contact.fields(), "status", status);
        return change(organization, contact, new Checked<>(fields, primary));
    }

    @Override
    protected Checked<ContactFields, Boolean> check(
            OrganizationId organization, @Nullable ContactView contact, Entered entered) {
        return rules.check(organization, contact == null ? null : contact.fields(), entered);
    }

    @Override
    protected Boolean beside(ContactView contact) {
        return contact.primary();
    }

    @Override
    protected Map<String, Object> columns(@Nullable ContactView before, Boolean primary) {
        return Map.of("is_primary", primary);
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable ContactView before,
            @Nullable ContactView after) {
        differences.and("Primary contact", before != null && before.primary(), after != null && after.primary());
    }

    /**
     * Only what a person says about the primary contact is a choice that imports respect. That it is inactive now, or with
     * another client, merely leaves the place empty.
     */
    @Override
    protected void prepare(
            OrganizationId organization, @Nullable ContactView before, Checked<ContactFields, Boolean> next) {
        ClientId client = next.fields().clientId();
        boolean was = before != null
                && before.primary()
                && client.equals(before.fields().clientId());
        if (next.beside() && !was) {
            primaryChoice.choose(organization, client, clock.instant());
        } else if (!next.beside() && was && next.fields().status() == RecordStatus.ACTIVE) {
            primaryChoice.nobody(organization, client);
        }
    }
}
