package app.ascent.projects.web;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sidebar leads to projects. */
@Configuration(proxyBeanMethods = false)
class ProjectsNavigation {

    @Bean
    NavigationItem projectsNavigationItem() {
        return new NavigationItem("nav.psa", 5, "nav.projects", "/projects", "briefcase", "projects.read");
    }
}
