package app.ascent.crm.web;

import app.ascent.crm.ClientFields;
import app.ascent.crm.ClientId;
import app.ascent.crm.ContactFields;
import app.ascent.record.search.Match;
import app.ascent.record.search.Searchable;
import app.ascent.record.table.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the search over all kinds finds clients and contacts. */
@Configuration(proxyBeanMethods = false)
class CrmSearch {

    @Bean
    Searchable searchableClients(RecordTable<ClientFields> table) {
        return Searchable.kind("clients", 10, "clients.read", "/clients", table)
                .listed("/clients", "status", "any")
                .telling("c.number", "c.website")
                .key(Match.NUMBER, "number");
    }

    @Bean
    Searchable searchableContacts(RecordTable<ContactFields> table) {
        return Searchable.kind("contacts", 20, "contacts.read", "/contacts", table)
                .listed("/contacts", "status", "any")
                .titled("concat_ws(' ', c.first_name, c.middle_name, c.last_name)")
                .telling("c.email")
                .belongingTo("client_id", ClientId::new);
    }
}
