package app.ascent.identity;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What identity adds to the application besides its own classes. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** Hashes name their algorithm, so that it can be changed without a new password for everybody. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
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
