package app.ascent.crm;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.identity.Users;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client must be, whoever enters it. */
@Component
class ClientRules {

    /** The client above it, which is no field: imports write it apart. */
    static final String PARENT = "parentId";

    private final RecordRows<ClientFields> rows;
    private final ClientParents parents;
    private final Users users;
    private final Inputs inputs;

    ClientRules(RecordRows<ClientFields> rows, ClientParents parents, Users users, Inputs inputs) {
        this.rows = rows;
        this.parents = parents;
        this.users = users;
        this.inputs = inputs;
    }

    /** @param client that is changed, or null for a new one */
    Checked<ClientFields, @Nullable ClientId> check(
            OrganizationId organization, @Nullable ClientView client, Entered entered) {
        ClientFields present = client == null ? null : client.fields();
        Input<ClientFields> input = inputs.read(ClientFields.FIELDS, entered, present);
        checkAccountManager(organization, input, present);
        ClientId parent = parent(organization, input, client, entered);
        return new Checked<ClientFields, @Nullable ClientId>(input.accepted(), parent);
    }

    /** Who is it already may stay, member or not. */
    private void checkAccountManager(
            OrganizationId organization, Input<ClientFields> input, @Nullable ClientFields present) {
        UserId manager = input.value("accountManagerId", UserId.class);
        boolean kept = present != null && Objects.equals(manager, present.accountManagerId());
        if (manager != null
                && !kept
                && !users.names(organization, List.of(manager)).containsKey(manager)) {
            input.refuse("accountManagerId", "unknown");
        }
    }

    private @Nullable ClientId parent(
            OrganizationId organization, Input<ClientFields> input, @Nullable ClientView client, Entered entered) {
        ClientId parent = inputs.id(input, entered, PARENT, ClientId.class);
        if (parent == null || client != null && parent.equals(client.parent())) {
            return parent;
        }
        parents.lock(organization);
        if (!rows.exists(organization, parent.value())) {
            input.refuse(PARENT, "unknown");
        } else if (client != null
                && parents.closesCircle(organization, client.id().value(), parent.value())) {
            input.refuse(PARENT, "circle");
        }
        return parent;
    }
}
