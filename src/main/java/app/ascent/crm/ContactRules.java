package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a contact must be, whoever enters it. */
@Component
class ContactRules {

    /** Who is primary belongs to the client, so that it is no field. */
    static final String PRIMARY = "primary";

    private final RecordRows<ClientFields> clients;
    private final Inputs inputs;

    ContactRules(RecordRows<ClientFields> clients, Inputs inputs) {
        this.clients = clients;
        this.inputs = inputs;
    }

    /**
     * An inactive contact is never primary.
     *
     * @param present the contact that is changed, or null for a new one
     */
    Checked<ContactFields, Boolean> check(
            OrganizationId organization, @Nullable ContactFields present, Entered entered) {
        Input<ContactFields> input = inputs.read(ContactFields.FIELDS, entered, present);
        ClientId client = input.value("clientId", ClientId.class);
        if (client != null && !clients.exists(organization, client.value())) {
            input.refuse("clientId", "unknown");
        }
        ContactFields fields = input.accepted();
        return new Checked<>(fields, entered.isYes(PRIMARY) && fields.status() == RecordStatus.ACTIVE);
    }
}
