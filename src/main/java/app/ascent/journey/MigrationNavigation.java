package app.ascent.journey;

import app.ascent.identity.Permissions;
import app.ascent.identity.Role;
import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The migration's place in the sidebar, which only an Owner sees and opens. */
@Configuration(proxyBeanMethods = false)
class MigrationNavigation {

    @Bean
    Permissions migrationPermissions() {
        return Permissions.from(Role.OWNER, "migrations.manage");
    }

    @Bean
    NavigationItem autotaskMigrationItem() {
        return new NavigationItem("nav.admin", 90, "nav.migration", Heads.ROOT, "transfer-in", "migrations.manage");
    }
}
