package app.ascent.crm.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to clients and contacts. */
@Configuration(proxyBeanMethods = false)
class CrmNavigation {

    @Bean
    NavigationItem clientsNavigationItem() {
        return new NavigationItem("nav.clients", 10, "nav.clients", "/clients", "building-store", "clients.read");
    }

    @Bean
    NavigationItem contactsNavigationItem() {
        return new NavigationItem("nav.clients", 11, "nav.contacts", "/contacts", "address-book", "contacts.read");
    }
}
