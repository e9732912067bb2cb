package app.ascent.contracts.web;

import static app.ascent.record.page.RecordChoices.MOST;

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
import app.ascent.crm.ContactFilter;
import app.ascent.crm.Contacts;
import app.ascent.crm.page.WhichClient;
import app.ascent.identity.CurrentUser;
import app.ascent.record.RecordStatus;
import app.ascent.record.field.Entered;
import app.ascent.record.page.RecordChoices;
import app.ascent.record.page.RecordForms;
import app.ascent.record.page.RecordKind;
import app.ascent.record.page.RecordWords;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms in which people add, change and remove contracts. */
@Controller
@RequestMapping("/contracts")
class ContractForms implements RecordForms.Surroundings<ContractView> {

    static final RecordKind KIND = new RecordKind(
            "contract",
            "contracts",
            "contracts/contract-form",
            ContractFields.FIELDS,
            Map.of("renewedById", ContractId.class, "exclusionContractId", ContractId.class));

    private final Contracts contracts;
    private final Contacts contacts;
    private final WhichClient whichClient;
    private final RecordChoices choices;
    private final RecordWords words;
    private final CurrentUser currentUser;
    private final RecordForms<ContractId, ContractView> forms;

    ContractForms(
            Contracts contracts,
            Contacts contacts,
            WhichClient whichClient,
            RecordChoices choices,
            RecordWords words,
            CurrentUser currentUser) {
        this.contracts = contracts;
        this.contacts = contacts;
        this.whichClient = whichClient;
        this.choices = choices;
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
            @Nullable Entered returned) {
        return whichClient.first(forms, client, search, returned);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('contracts.create')")
    ModelAndView create(Entered entered, RedirectAttributes redirect) {
        return forms.create(entered, "", redirect);
    }

    @GetMapping("/{id}/edit")
    @PreAuthorize("hasAuthority('contracts.update')")
    ModelAndView edit(@PathVariable UUID id, @Nullable Entered returned) {
        return forms.edit(id, returned);
    }

    @PostMapping("/{id}")
    @PreAuthorize("hasAuthority('contracts.update')")
    ModelAndView update(@PathVariable UUID id, Entered entered, RedirectAttributes redirect) {
        return forms.update(id, entered, redirect);
    }

    @GetMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contracts.delete')")
    ModelAndView confirmDelete(@PathVariable UUID id) {
        return forms.confirmDelete(id)
                .addObject("removed", contracts.removedWith(currentUser.organization(), new ContractId(id)));
    }

    @PostMapping("/{id}/delete")
    @PreAuthorize("hasAuthority('contracts.delete')")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        return forms.delete(id, redirect);
    }

    @Override
    public ModelAndView offer(ModelAndView page, @Nullable ContractView contract, Entered entered) {
        page.addObject("contract", contract);
        page.addObject("types", words.choices("contract", "type", ContractType.values()));
        page.addObject("billingModels", words.choices("contract", "billingModel", BillingModel.values()));
        page.addObject("statuses", words.choices("contract", "status", ContractStatus.said()));
        ClientId client = WhichClient.of(entered);
        page.addObject("clientName", choices.name(client));
        page.addObject("contacts", client == null ? Map.of() : contacts(client, contract));
        page.addObject("others", client == null ? Map.of() : others(client, contract));
        return page;
    }

    /** Active contacts of the client, and whoever it is now. */
    private Map<String, String> contacts(ClientId client, @Nullable ContractView contract) {
        return choices.of(
                contacts.list(
                        currentUser.organization(), new ContactFilter(null, client, RecordStatus.ACTIVE, null), MOST),
                contract == null ? null : contract.fields().contactId());
    }

    /** The client's other contracts, and those that are linked now. */
    private Map<String, String> others(ClientId client, @Nullable ContractView contract) {
        Page<ContractView> all = contracts.list(currentUser.organization(), ContractFilter.of(client), MOST);
        if (contract == null) {
            return choices.of(all);
        }
        ContractLinks links = contract.links();
        Map<String, String> others = choices.of(all, links.renewedById(), links.exclusionContractId());
        others.remove(contract.address());
        return others;
    }
}
