package app.ascent.importing;

import app.ascent.migration.LoadingOrder;
import app.ascent.migration.spi.LookupTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers what the folders of this module contribute, whatever they are called. */
@Configuration(proxyBeanMethods = false)
class ImportedEntities {

    @Bean
    AutotaskEntities autotaskEntities(List<AutotaskEntity> entities, List<LookupTable<?>> lookups, LoadingOrder order) {
        return new AutotaskEntities(order.sorted(entities, AutotaskEntity::type), lookups);
    }
}
