package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordRefused.Dependents;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Differences;
import app.ascent.record.field.Entered;
import app.ascent.record.table.Checked;
import app.ascent.record.table.DeskServices;
import app.ascent.record.table.RecordDesk;
import app.ascent.record.table.RecordRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of an organization, as people read and change them; each change is checked and leaves an audit entry. */
@Service
public class Clients extends RecordDesk<ClientId, ClientFields, @Nullable ClientId, ClientView, ClientFilter> {

    /** What audit entries call a client. */
    public static final String AUDITED_AS = "Client";

    private final RecordRows<ClientFields> rows;
    private final ContactReading contacts;
    private final ClientReading reading;
    private final ClientRules rules;
    private final RecordNames names;

    Clients(
            RecordRows<ClientFields> rows,
            ContactReading contacts,
            ClientReading reading,
            ClientRules rules,
            RecordNames names,
            DeskServices services) {
        super(AUDITED_AS, ClientId.class, ClientFields.FIELDS, rows, reading, services);
        this.rows = rows;
        this.contacts = contacts;
        this.reading = reading;
        this.rules = rules;
        this.names = names;
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

    @Transactional(readOnly = true)
    public long countActive(OrganizationId organization) {
        return rows.countActive(organization);
    }

    /** Takes the client out of lists of active ones; nothing else changes. */
    @Transactional
    public ClientView setStatus(OrganizationId organization, ClientId id, RecordStatus status) {
        ClientView client = get(organization, id);
        ClientFields fields = ClientFields.FIELDS.with(client.fields(), "status", status);
        return change(organization, client, new Checked<ClientFields, @Nullable ClientId>(fields, client.parent()));
    }

    @Override
    protected Checked<ClientFields, @Nullable ClientId> check(
            OrganizationId organization, @Nullable ClientView client, Entered entered) {
        return rules.check(organization, client, entered);
    }

    @Override
    protected @Nullable ClientId beside(ClientView client) {
        return client.parent();
    }

    @Override
    protected Map<String, ? extends @Nullable Object> columns(@Nullable ClientView before, @Nullable ClientId parent) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        if (!Objects.equals(parent, before == null ? null : before.parent())) {
            columns.put("parent_id", parent == null ? null : parent.value());
        }
        return columns;
    }

    @Override
    protected void tellBeside(
            OrganizationId organization,
            Differences differences,
            @Nullable ClientView before,
            @Nullable ClientView after) {
        differences.and("Parent client", parentName(organization, before), parentName(organization, after));
    }

    private @Nullable String parentName(OrganizationId organization, @Nullable ClientView client) {
        ClientId parent = client == null ? null : client.parent();
        return parent == null ? null : names.of(organization, List.of(parent)).getOrDefault(parent, parent.toString());
    }

    @Override
    protected List<Dependents> dependents(OrganizationId organization, ClientId id) {
        long contactCount = contacts.counts(organization, List.of(id)).getOrDefault(id, 0L);
        long childCount = reading.children(organization, id, Pageable.ofSize(1)).getTotalElements();
        return Stream.concat(
                        Stream.of(
                                        new Dependents("crm.contacts", contactCount),
                                        new Dependents("crm.children", childCount))
                                .filter(some -> some.count() > 0),
                        super.dependents(organization, id).stream())
                .toList();
    }
}
