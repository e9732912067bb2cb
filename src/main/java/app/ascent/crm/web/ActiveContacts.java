package app.ascent.crm.web;

import app.ascent.crm.Contacts;
import app.ascent.identity.OrganizationId;
import app.ascent.record.page.Glance;
import org.springframework.stereotype.Component;

/** How many contacts there are to work with, on the first page. */
@Component
class ActiveContacts implements Glance {

    private final Contacts contacts;

    ActiveContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String authority() {
        return "contacts.read";
    }

    @Override
    public Shown of(OrganizationId organization) {
        return new Shown(
                "address-book", "contacts.active", "/contacts?status=ACTIVE", contacts.countActive(organization), null);
    }
}
