package app.ascent.desk.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to tickets. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

    @Bean
    NavigationItem ticketsNavigationItem() {
        return new NavigationItem("nav.psa", 3, "nav.tickets", "/tickets", "ticket", "tickets.read");
    }
}
