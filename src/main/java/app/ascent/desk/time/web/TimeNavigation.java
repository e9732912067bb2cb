package app.ascent.desk.time.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to time. */
@Configuration(proxyBeanMethods = false)
class TimeNavigation {

    @Bean
    NavigationItem timeNavigationItem() {
        return new NavigationItem("nav.psa", 4, "nav.time-tracking", "/time-tracking", "clock", "time_entries.read");
    }
}
