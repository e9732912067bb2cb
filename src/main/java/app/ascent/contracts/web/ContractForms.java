package app.ascent.contracts.web;

import app.ascent.contracts.BillingModel;
import app.ascent.contracts.ContractFields;
import app.ascent.contracts.ContractFilter;
import app.ascent.contracts.ContractId;
import app.ascent.contracts.ContractLinks;
import app.ascent.contracts.ContractStatus;
import app.ascent.contracts.ContractType;
import app.ascent.contracts.ContractView;
import app.ascent.contracts.Contracts;
import app.ascent.crm.ClientId;
import app.ascent.crm.ClientView;
import app.ascent.crm.Clients;
import app.ascent.crm.ContactFilter;
import app.ascent.crm.ContactId;
import app.ascent.crm.Contacts;
import app.ascent.crm.MeantClients;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordNames;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.field.Ids;
import app.ascent.record.page.Doubtful;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import app.ascent.web.KeptForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove contracts. */
@Controller
@RequestMapping("/contracts")
class ContractForms implements RecordForms.Surroundings<ContractView> {

    private static final String CLIENT = "clientId";
    private static final PageRequest CHOICES = PageRequest.of(0, 500);
    private static final RecordKind KIND = new RecordKind(
            "contract",
            "contracts",
            "contracts/contract-form",
            ContractFields.FIELDS,
            Map.of("renewedById", ContractId.class, "exclusionContractId", ContractId.class));

    private final Contracts contracts;
    private final Clients clients;
    private final Contacts contacts;
    private final MeantClients meantClients;
    private final RecordNames names;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ContractId, ContractView> forms;

    ContractForms(
            Contracts contracts,
            Clients clients,
            Contacts contacts,
            MeantClients meantClients,
            RecordNames names,
            RecordWords words,
            CurrentUser currentUser) {
        this.contracts = contracts;
        this.clients = clients;
        this.contacts = contacts;
        this.meantClients = meantClients;
        this.names = names;
        this.words = words;
        this.currentUser = currentUser;
        this.forms = new RecordForms<>(KIND, contracts, this, words, currentUser);
    }

    /** There are too many clients for a list to choose from, so the client comes first. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('contracts.create')")
    ModelAndView add(
            @RequestParam(required = false) @Nullable UUID client,
            @RequestParam(defaultValue = "") String search,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        if (client == null) {
            return new ModelAndView("contracts/contract-new-client")
                    .addObject("search", search)
                    .addObject("found", meantClients.choices(currentUser.organization(), search));
        }
        if (returned != null) {
            return forms.addReturned(Entered.form(input));
        }
        ClientView chosen = clients.get(currentUser.organization(), new ClientId(client));
        return forms.add(Entered.fresh(ContractFields.FIELDS).with(CLIENT, chosen.id()));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contracts.create')")
    ModelAndView create(@RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.create(Entered.form(input), "", redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('contracts.update')")
    ModelAndView edit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> input,
            @RequestAttribute(name = KeptForms.RETURNED, required = false) @Nullable Boolean returned) {
        return forms.edit(id, returned == null ? null : Entered.form(input));
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('contracts.update')")
    ModelAndView update(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> input, RedirectAttributes redirect) {
        return forms.update(id, Entered.form(input), redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contracts.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id, "contracts/contract-delete")
                .addObject("removed", contracts.removedWith(currentUser.organization(), new ContractId(id)));
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contracts.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    /** A client may have several contracts of one name, one after the other. */
    @Override
    public Doubtful doubtful(Entered entered) {
        return Doubtful.of(List.of());
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ContractView contract, Entered entered) {
        ClientId client = (ClientId) Ids.parsed(ClientId.class, entered.comparable(CLIENT));
        page.addObject("contract", contract);
        page.addObject("types", words.choices("contract", "type", ContractType.values()));
        page.addObject("billingModels", words.choices("contract", "billingModel", BillingModel.values()));
        page.addObject("statuses", words.choices("contract", "status", ContractStatus.said()));
        page.addObject(
                "clientName",
                client == null
                        ? null
                        : names.of(currentUser.organization(), List.of(client)).get(client));
        page.addObject("contacts", client == null ? Map.of() : contacts(client, contract));
        page.addObject("others", client == null ? Map.of() : others(client, contract));
        return page;
    }

    /** Active contacts of the client, and whoever it is now. */
    private Map<String, String> contacts(ClientId client, @Nullable ContractView contract) {
        ContactId present = contract == null ? null : contract.fields().contactId();
        Map<String, String> choices = new LinkedHashMap<>();
        contacts.list(currentUser.organization(), new ContactFilter(null, client, RecordStatus.ACTIVE, null), CHOICES)
                .forEach(contact -> choices.put(contact.id().toString(), contact.name()));
        if (present != null) {
            add(choices, present);
        }
        return choices;
    }

    /** The client's other contracts, and those that are linked now. */
    private Map<String, String> others(ClientId client, @Nullable ContractView contract) {
        Map<String, String> choices = new LinkedHashMap<>();
        contracts.list(currentUser.organization(), ContractFilter.of(client), CHOICES).stream()
                .filter(other -> contract == null || !other.id().equals(contract.id()))
                .forEach(other -> choices.put(other.id().toString(), other.name()));
        if (contract != null) {
            ContractLinks links = contract.links();
            Stream.of(links.renewedById(), links.exclusionContractId())
                    .filter(Objects::nonNull)
                    .forEach(linked -> add(choices, linked));
        }
        return choices;
    }

    private void add(Map<String, String> choices, Object id) {
        if (!choices.containsKey(id.toString())) {
            String name = names.of(currentUser.organization(), List.of(id)).get(id);
            choices.put(id.toString(), name == null ? id.toString() : name);
        }
    }
}
