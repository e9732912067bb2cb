package app.ascent.crm.web;

import app.ascent.crm.ClientView;
import app.ascent.crm.ContactView;
import java.util.UUID;

/** A record to link to. */
record Named(UUID id, String name) {

    static Named of(ClientView client) {
        return new Named(client.id().value(), client.fields().name());
    }

    static Named of(ContactView contact) {
        return new Named(contact.id().value(), contact.name());
    }
}
