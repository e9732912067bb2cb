package app.ascent.contracts;

import app.ascent.crm.ClientId;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactId;
import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Input;
import app.ascent.record.field.Inputs;
import app.ascent.record.table.Checked;
import app.ascent.record.table.RecordRows;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a contract must be, whoever enters it. */
@Component
class ContractRules {

    private final RecordRows<ContractFields> rows;
    private final Clients clients;
    private final Contacts contacts;
    private final Inputs inputs;
    private final ContractRenewals renewals;

    ContractRules(
            RecordRows<ContractFields> rows,
            Clients clients,
            Contacts contacts,
            Inputs inputs,
            ContractRenewals renewals) {
        this.rows = rows;
        this.clients = clients;
        this.contacts = contacts;
        this.inputs = inputs;
        this.renewals = renewals;
    }

    /** @param contract that is changed, or null for a new one */
    Checked<ContractFields, ContractLinks> check(
            OrganizationId organization, @Nullable ContractView contract, Entered entered) {
        ContractFields present = contract == null ? null : contract.fields();
        Input<ContractFields> input = inputs.read(ContractFields.FIELDS, entered, present);
        checkClient(organization, input, present);
        checkDates(input);
        ContractLinks before = contract == null ? ContractLinks.NONE : contract.links();
        ContractId renewedBy = link(organization, input, contract, "renewedById", entered, before.renewedById());
        ContractId exclusion =
                link(organization, input, contract, "exclusionContractId", entered, before.exclusionContractId());
        if (renewedBy != null
                && contract != null
                && input.accepts("renewedById")
                && renews(organization, contract.id(), renewedBy)) {
            input.refuse("renewedById", "renewal-circle");
        }
        boolean renewed = renewedBy != null && !renewedBy.equals(before.renewedById());
        return new Checked<>(settled(input.accepted(), renewed), new ContractLinks(renewedBy, exclusion));
    }

    /** Whoever names the contract that follows need not say as well that this one is renewed. */
    private static ContractFields settled(ContractFields fields, boolean renewed) {
        ContractStatus kept = fields.status().kept();
        ContractStatus status = renewed && kept == ContractStatus.ACTIVE ? ContractStatus.RENEWED : kept;
        return ContractFields.FIELDS.with(fields, "status", status);
    }

    /** An import may name a contact of another client, of a parent for example; there it may stay. */
    private void checkClient(
            OrganizationId organization, Input<ContractFields> input, @Nullable ContractFields present) {
        ClientId client = input.value("clientId", ClientId.class);
        ContactId contact = input.value("contactId", ContactId.class);
        ClientId clientBefore = present == null ? null : present.clientId();
        ContactId contactBefore = present == null ? null : present.contactId();
        boolean sameClient = Objects.equals(client, clientBefore);
        if (client != null && !sameClient && clients.find(organization, client).isEmpty()) {
            input.refuse("clientId", "unknown");
        }
        boolean kept = sameClient && Objects.equals(contact, contactBefore);
        if (client != null && contact != null && !kept) {
            boolean theirs = contacts.find(organization, contact)
                    .filter(found -> found.fields().clientId().equals(client))
                    .isPresent();
            if (!theirs) {
                input.refuse("contactId", "contact-of-client");
            }
        }
    }

    private static void checkDates(Input<ContractFields> input) {
        LocalDate start = input.value("startDate", LocalDate.class);
        LocalDate end = input.value("endDate", LocalDate.class);
        if (start != null && end != null && end.isBefore(start)) {
            input.refuse("endDate", "before-start");
        }
    }

    private @Nullable ContractId link(
            OrganizationId organization,
            Input<ContractFields> input,
            @Nullable ContractView contract,
            String name,
            Entered entered,
            @Nullable ContractId before) {
        ContractId other = inputs.id(input, entered, name, ContractId.class);
        if (other == null || other.equals(before)) {
            return other;
        }
        if (contract != null && other.equals(contract.id())) {
            input.refuse(name, "other-contract");
        } else if (!rows.exists(organization, other.value())) {
            input.refuse(name, "unknown");
        }
        return other;
    }

    /** Whether a contract took, by however many renewals, the place of another one. */
    private boolean renews(OrganizationId organization, ContractId contract, ContractId earlier) {
        renewals.lock(organization);
        return renewals.closesCircle(organization, contract.value(), earlier.value());
    }
}
