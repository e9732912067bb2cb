package app.ascent.contracts.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to contracts. */
@Configuration(proxyBeanMethods = false)
class ContractsNavigation {

    @Bean
    NavigationItem contractsNavigationItem() {
        return new NavigationItem("nav.billing", 8, "nav.contracts", "/contracts", "contract", "contracts.read");
    }
}
