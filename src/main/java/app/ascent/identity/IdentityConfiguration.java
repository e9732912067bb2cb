package app.ascent.identity;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What identity adds to the application besides its own classes. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Permissions identityPermissions() {
        return Permissions.from(Role.ADMIN, "users.manage", "organization.manage");
    }

    @Bean
    NavigationItem organizationNavigation() {
        return new NavigationItem(
                "nav.admin", 70, "nav.organization", "/settings/organization", "building", "organization.manage");
    }

    @Bean
    NavigationItem membersNavigation() {
        return new NavigationItem("nav.admin", 80, "nav.members", "/settings/members", "users", "users.manage");
    }
}
