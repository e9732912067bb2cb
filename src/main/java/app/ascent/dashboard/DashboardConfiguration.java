package app.ascent.dashboard;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the dashboard at the top of the sidebar. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    NavigationItem dashboardNavigation() {
        return new NavigationItem("", 0, "nav.dashboard", "/", "home", "");
    }
}
