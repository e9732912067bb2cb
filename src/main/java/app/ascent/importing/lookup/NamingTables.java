package app.ascent.importing.lookup;

import app.ascent.importing.AutotaskSource;
import app.ascent.importing.AutotaskTable;
import app.ascent.importing.field.Tables;
import app.ascent.migration.spi.EntityType;
import app.ascent.migration.spi.LookupTable;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Small tables that tell what things are called. */
@Configuration(proxyBeanMethods = false)
class NamingTables {

    static final EntityType COMPANIES = new EntityType("companies");
    static final EntityType CONTACTS = new EntityType("contacts");

    @Bean
    LookupTable<Tables.Country> countries(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, Tables.COUNTRIES, Set.of(COMPANIES, CONTACTS));
    }

    @Bean
    LookupTable<Tables.Category> companyCategories(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, Tables.CATEGORIES, Set.of(COMPANIES));
    }

    @Bean
    LookupTable<Tables.Currency> currencies(AutotaskSource autotask) {
        return new AutotaskTable<>(autotask, Tables.CURRENCIES, Set.of(COMPANIES));
    }
}
