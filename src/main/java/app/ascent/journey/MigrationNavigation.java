package app.ascent.journey;

import app.ascent.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The migration's place in the sidebar; only an Owner sees it. */
@Configuration(proxyBeanMethods = false)
class MigrationNavigation {

    @Bean
    NavigationItem autotaskMigrationItem() {
        return new NavigationItem("nav.admin", 90, "nav.migration", Heads.ROOT, "transfer-in", "migrations.manage");
    }
}
